//! Words that tell a name from what stands around it, in the languages that
//! the crate serves. All lower-case; policy as data.

/// What introduces an author: removed from the start of a byline.
#[rustfmt::skip]
pub(super) const BY: &[&str] = &[
    "by", "written by", "posted by", "published by", "words by", "text by", "story by", "article by", "reported by",
    "authored by", "created by", "contributed by", "compiled by", "author", "authors", "author(s)",
    "about the author", "started by", "asked by", "submitted by", "opinion by", "analysis by", "review by", "von",
    "text von", "ein artikel von", "verfasst von", "geschrieben von", "autor", "autorin", "autoren", "par",
    "écrit par", "publié par", "rédigé par", "auteur", "auteure", "por", "escrito por", "publicado por", "autora",
    "autores", "di", "a cura di", "scritto da", "pubblicato da", "autore", "door", "geschreven door", "autor:",
    "przez", "napisał", "napisała", "av", "skriven av", "af", "skrevet av", "kirjoittanut", "yazan", "yazar",
    "автор", "авторы", "текст", "bởi", "oleh", "بقلم", "كتب", "كتبت", "الكاتب", "מאת", "نویسنده", "लेखक", "द्वारा",
    "文", "文/", "作者", "记者", "記者", "撰文", "著者", "執筆者", "執筆", "글", "글쓴이", "작성자",
];

/// What introduces somebody who did something else than write.
#[rustfmt::skip]
pub(super) const NOT_BY: &[&str] = &[
    "reviewed by", "medically reviewed by", "expert reviewed by", "edited by", "fact checked by", "fact-checked by",
    "checked by", "verified by", "approved by", "photo by", "photos by", "photography by", "photo credit", "photo",
    "image by", "image", "illustration by", "illustrations by", "last edited by", "last modified by", "updated by",
    "translated by", "sponsored by", "presented by", "powered by", "foto", "fotos", "foto:", "photo :",
    "crédit photo", "geprüft von", "relu par", "fact checker", "fact checked", "contact", "contributions from",
    "with contributions from", "contributions by", "researched by", "additional reporting by", "illustrated by", "narrated by",
    "bearbeitet von", "übersetzt von", "traduit par", "traducido por", "revisado por", "revisto por", "tradotto da",
    "aktualisiert von", "mis à jour par", "actualizado por", "bijgewerkt door", "gecontroleerd door",
    "перевод", "監修", "翻訳", "责任编辑", "審核",
];

/// Words for "by" that may stand inside a line: behind a date, or at the end of one of those above.
pub(super) const MID_BY: &[&str] = &["by", "von", "par", "por", "door", "przez", "av", "af", "di", "da", "автор"];

/// What joins two names in a list.
#[rustfmt::skip]
pub(super) const AND: &[&str] = &[
    "and", "und", "et", "y", "e", "en", "og", "och", "i", "oraz", "ja", "ve", "и", "та", "και", "و", "ו", "और",
    "with", "mit", "avec", "con", "with contributions from", "feat.",
];

/// What marks the end of the names in a line: what follows is something else.
#[rustfmt::skip]
pub(super) const AFTER_NAMES: &[&str] = &[
    "on", "in", "at", "for", "updated", "published", "posted", "last", "modified", "created", "date", "read",
    "reading", "min", "mins", "minutes", "comments", "comment", "views", "share", "follow", "am", "um", "le", "el",
    "il", "special", "edited", "reviewed", "medically", "photos", "photo", "photographs", "illustrations", "joined",
    "veröffentlicht", "aktualisiert", "publié", "publicado", "actualizado", "pubblicato", "aggiornato",
    "bijgewerkt", "gepubliceerd", "opublikowano", "опубликовано", "обновлено", "view", "posted:", "cite", "learn",
    "categories", "category", "tags", "filed", "under", "verified", "staff", "last updated", "offline", "member",
    "since", "share:", "discussion", "starter", "wrote", "bronze", "silver", "gold", "reputation", "points",
    "posts", "replies", "hey", "hello", "hi",
];

/// Roles: a part of a byline that contains one of these words is no name.
#[rustfmt::skip]
pub(super) const ROLES: &[&str] = &[
    "writer", "reporter", "editor", "correspondent", "journalist", "columnist", "contributor", "contributing",
    "producer", "photographer", "senior", "chief", "director", "manager", "specialist", "analyst", "founder",
    "co-founder", "cofounder", "ceo", "cto", "president", "author", "blogger", "freelance", "freelancer", "expert",
    "dietitian", "researcher", "professor", "lecturer", "consultant", "strategist", "marketer", "coordinator",
    "engineer", "developer", "owner", "intern", "fellow", "lead", "head", "redakteur", "redakteurin", "redaktion",
    "reporterin", "korrespondent", "korrespondentin", "chefredakteur", "journaliste", "rédacteur", "rédactrice",
    "correspondant", "correspondante", "periodista", "redactor", "redactora", "corresponsal", "giornalista",
    "redattore", "redattrice", "inviato", "jornalista", "repórter", "redacteur", "verslaggever", "dziennikarz",
    "dziennikarka", "redaktor", "skribent", "muhabir", "editör", "корреспондент", "редактор", "журналист",
    "обозреватель", "مراسل", "محرر", "编辑", "記者", "기자", "특파원", "attorney", "lawyer", "copywriter", "mvp", "gardener",
    "horticulturalist", "cardiologist", "physician", "nutritionist", "certified", "registered", "assistant",
    "associate", "vp", "vice", "officer", "cmo", "coo", "cfo", "advisor", "adviser", "partner", "teacher",
    "instructor", "photojournalist", "critic", "designer", "scientist", "therapist", "psychologist", "veterinarian",
    "architect", "entrepreneur", "coach", "trainer", "master", "student", "candidate", "reviewer", "managing",
    "educator", "educators", "gastroenterologist", "pediatrician", "dermatologist", "neurologist", "technologist",
    "economist", "historian", "executive", "junior", "former", "deputy", "acting", "principal", "chartered", "affiliate",
];

/// Parts that stand alone in a byline and name nobody.
#[rustfmt::skip]
pub(super) const NOBODY: &[&str] = &[
    "null", "undefined", "none", "n/a", "na", "author", "authors", "unknown", "guest", "user", "root", "default",
    "test", "wordpress", "share", "follow", "comments", "advertisement", "view profile", "view all posts",
    "see more", "more", "facebook", "twitter", "linkedin", "email", "website", "true", "false", "nan", "about",
    "bio", "profile", "read more", "author name", "fact checked", "fact check", "written by", "reviewed by",
    "view full profile", "full profile", "learn more", "share this", "editorial process", "editorial guidelines",
    "editorial standards", "related topics", "comment", "reply", "by", "follow us", "sign up", "log in", "login",
    "register", "subscribe", "home", "blog", "news", "contact", "table of contents", "key takeaways", "updated",
    "published", "posted", "last updated", "offline", "online", "uncategorized", "original poster", "moderator",
    "staff writer", "guest author", "about the author", "article", "english", "anonymous user", "latest",
    "advertiser disclosure", "disclosure", "see bio", "read bio", "full bio", "meet the author", "last", "admin",
    "administrator", "webmaster", "super user", "site admin", "editor", "not specified", "contact sales",
    "full story", "navigation menu", "menu", "search", "skip to content", "site editor", "web admin", "wpadmin",
    "written", "words", "text", "disabled", "members",
];

/// Words of organisations: a byline with one of these is the site's, not a person's.
#[rustfmt::skip]
pub(super) const ORGANISATION: &[&str] = &[
    "team", "staff", "editorial", "editors", "editor", "newsroom", "desk", "newsdesk", "redaktion", "rédaction",
    "redacción", "redazione", "redação", "redactie", "redakcja", "редакция", "admin", "administrator", "webmaster",
    "press", "agency", "agencies", "news", "media", "inc", "inc.", "llc", "ltd", "ltd.", "gmbh", "corp", "company",
    "group", "university", "institute", "foundation", "association", "society", "marketing", "support", "office",
    "department", "communications", "studio", "studios", "center", "centre", "centers", "council", "bureau", "ministry",
    "committee", "commission", "administration", "library", "museum", "federation", "alliance", "clinic", "hospital",
    "academy", "school", "college", "laboratory", "institut", "instituto", "istituto", "ministerium",
    "universität", "université", "universidad", "universidade", "università", "verein", "verband", "stiftung",
    "fondation", "fundación", "fundação", "fondazione", "agence", "agencia", "agenzia", "magazine", "journal", "network", "центр", "агентство",
];

/// Academic and professional letters that follow a name and a comma.
#[rustfmt::skip]
pub(super) const POST_NOMINALS: &[&str] = &[
    "md", "phd", "ph.d", "m.d", "ms", "m.s", "ma", "m.a", "mba", "rd", "rdn", "ldn", "cpa", "cfp", "cfa", "esq",
    "jd", "dds", "dvm", "do", "rn", "np", "mph", "msc", "m.sc", "bsc", "bs", "ba", "facs", "facp", "fand", "lcsw",
    "psyd", "edd", "dnp", "pharmd", "cscs", "cissp", "pmp", "jr", "sr", "ii", "iii", "iv",
];

/// Separators between a title and the site's name, with space on both sides.
#[rustfmt::skip]
pub(super) const TITLE_SEPARATORS: &[&str] = &[
    "|", "-", "–", "—", "·", "•", "»", "«", "›", "‹", "::", ":", "/", "~", "<", ">", "*", "⋆", "→", "｜", "－",
];

/// Separators that stand without space before them too: "Title: subtitle" is
/// no site, `题目_网站` is.
#[rustfmt::skip]
pub(super) const TIGHT_SEPARATORS: &[&str] = &[
    "｜", "_", "|", "»",
];

/// Titles that only say that this is the first page of a site.
#[rustfmt::skip]
pub(super) const HOME_TITLES: &[&str] = &[
    "home", "homepage", "home page", "welcome", "index", "start", "startseite", "willkommen", "accueil", "inicio",
    "página de inicio", "início", "página inicial", "homepagina", "startpagina", "strona główna", "hem", "startsida",
    "forside", "etusivu", "ana sayfa", "anasayfa", "главная", "головна", "αρχική", "الرئيسية", "דף הבית", "beranda",
    "trang chủ", "ホーム", "トップページ", "首页", "首頁", "홈",
];

/// Languages written from right to left.
#[rustfmt::skip]
pub(super) const RIGHT_TO_LEFT: &[&str] = &[
    "ar", "he", "iw", "fa", "ur", "yi", "ji", "ps", "sd", "ug", "dv", "ckb", "ku-arab", "arc", "syr", "nqo", "pnb",
    "azb", "ks", "arz", "ary",
];

/// What introduces an author so plainly that it may stand anywhere in the article.
#[rustfmt::skip]
pub(super) const PLAIN_BY: &[&str] = &[
    "written by", "posted by", "text by", "words by", "story by", "article by", "reported by", "authored by",
    "published by", "verfasst von", "geschrieben von", "écrit par", "rédigé par", "escrito por", "publicado por",
    "scritto da", "pubblicato da", "a cura di", "geschreven door", "skriven av", "skrevet av",
];

/// Lower-case words inside names.
#[rustfmt::skip]
pub(super) const PARTICLES: &[&str] = &[
    "de", "del", "della", "di", "da", "dos", "das", "do", "du", "des", "la", "le", "van", "von", "der", "den",
    "ten", "ter", "zu", "zur", "af", "av", "bin", "ibn", "al", "el", "y", "e", "st", "mac", "mc", "dr", "lo",
];

/// Words that say that a date is that of a change.
#[rustfmt::skip]
pub(super) const CHANGED_WORDS: &[&str] = &[
    "updated", "update", "modified", "revised", "edited", "reviewed", "aktualisiert", "geändert", "actualizado",
    "actualizada", "modifié", "aggiornato", "aggiornamento", "atualizado", "atualizada", "bijgewerkt",
    "zaktualizowano", "uppdaterad", "opdateret", "oppdatert", "päivitetty", "güncellendi", "güncelleme",
    "обновлено", "изменено", "更新", "최종수정", "수정",
];
