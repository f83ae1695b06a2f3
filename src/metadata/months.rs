//! Names of months, lower-case, full and abbreviated, by month.
//!
//! English, German, French, Spanish, Italian, Portuguese, Dutch, Polish,
//! Swedish, Norwegian, Danish, Finnish, Czech, Hungarian, Romanian, Turkish,
//! Indonesian, Russian, Ukrainian, Greek, Arabic (both traditions), Hebrew,
//! Persian, Hindi. Where two languages disagree about a word it is left out.

/// Twelve rows of words with spaces between, January first.
pub(super) const MONTHS: [&str; 12] = [
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia styczeń sty \
     tammikuuta tammikuu ledna leden január ianuarie ian ocak oca января январь янв січня січень \
     ιανουαρίου ιαν يناير ינואר בינואר ژانویه जनवरी",
    "february feb februar février févr fév fevrier febrero febbraio febb fevereiro fev februari lutego \
     luty lut helmikuuta helmikuu února únor február februarie şubat şub февраля февраль фев февр лютого \
     лютий φεβρουαρίου φεβ فبراير شباط פברואר בפברואר فوریه फ़रवरी फरवरी",
    "march mar märz mär mrz maerz mars marzo março marco maart mrt marca marzec marts maaliskuuta \
     maaliskuu března březen március martie mart maret марта март мар березня березень μαρτίου μαρ مارس \
     آذار מרץ במרץ मार्च",
    "april apr avril avr abril abr aprile kwietnia kwiecień kwi huhtikuuta huhtikuu dubna duben április \
     ápr aprilie nisan nis апреля апрель апр квітня квітень απριλίου απρ أبريل ابريل نيسان אפריל באפריל \
     آوریل अप्रैल",
    "may mai mayo maggio mag maio mei maja maj toukokuuta toukokuu května květen május máj mayıs мая май \
     травня травень μαΐου μαΐ μαϊ مايو أيار מאי במאי مه मई",
    "june jun juni juin junio giugno giu junho czerwca czerwiec cze kesäkuuta kesäkuu června červen \
     június jún iunie iun haziran haz июня июнь июн червня червень ιουνίου ιουν يونيو حزيران יוני ביוני \
     ژوئن जून",
    "july jul juli juillet juil julio luglio lug julho lipca lipiec lip heinäkuuta heinäkuu července \
     červenec július júl iulie iul temmuz tem июля июль июл липня липень ιουλίου ιουλ يوليو تموز יולי \
     ביולי ژوئیه जुलाई",
    "august aug août aout agosto ago augustus sierpnia sierpień sie augusti elokuuta elokuu srpna srpen \
     augusztus ağustos ağu agustus августа август авг серпня серпень αυγούστου αυγ أغسطس اغسطس آب אוגוסט \
     באוגוסט اوت अगस्त",
    "september sep sept septembre septiembre settembre set sett setembro września wrzesień wrz syyskuuta \
     syyskuu září szeptember szept septembrie eylül eyl сентября сентябрь сен сент вересня вересень \
     σεπτεμβρίου σεπ سبتمبر أيلول ספטמבר בספטמבר سپتامبر सितंबर सितम्बर",
    "october oct oktober okt octobre octubre ottobre ott outubro out października październik paź \
     lokakuuta lokakuu října říjen október octombrie ekim eki октября октябрь окт жовтня жовтень \
     οκτωβρίου οκτ أكتوبر اكتوبر אוקטובר באוקטובר اکتبر अक्टूबर अक्तूबर",
    "november nov novembre noviembre novembro listopada listopad marraskuuta marraskuu listopadu \
     noiembrie kasım kas ноября ноябрь ноя нояб листопада νοεμβρίου νοε نوفمبر נובמבר בנובמבר نوامبر \
     नवंबर नवम्बर",
    "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro grudnia grudzień gru \
     desember des joulukuuta joulukuu prosince prosinec decembrie aralık ara декабря декабрь дек грудня \
     грудень δεκεμβρίου δεκ ديسمبر דצמבר בדצמבר دسامبر दिसंबर दिसम्बर",
];

/// Words that may stand between the parts of a date: "2 de enero de 2026".
pub(super) const DATE_FILLERS: &[&str] =
    &["de", "del", "di", "of", "the", "den", "st", "nd", "rd", "th", "er", "º", "ª", "года", "р", "г"];
