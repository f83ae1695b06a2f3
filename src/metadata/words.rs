//! Words that tell a name from what stands around it, in the languages that
//! the crate serves. All lower-case; policy as data.

/// What introduces an author: removed from the start of a byline.
pub(super) const BY: &[&str] = &[
    "by", "written by", "posted by", "published by", "words by", "text by", "story by", "article by", "reported by", "authored by",
    "created by", "contributed by", "compiled by", "reviewed by", "edited by", "medically reviewed by", "photo by", "photos by", "author",
    "authors", "author(s)", "about the author", "started by", "asked by", "submitted by", "opinion by", "analysis by", "review by", "from",
    "von", "text von", "ein artikel von", "verfasst von", "geschrieben von", "autor", "autorin", "autoren", "par", "écrit par", "publié par",
    "rédigé par", "auteur", "auteure", "por", "escrito por", "publicado por", "autora", "autores", "di", "a cura di", "scritto da",
    "pubblicato da", "autore", "door", "geschreven door", "autor:", "przez", "napisał", "napisała", "av", "skriven av", "af", "skrevet av",
    "kirjoittanut", "yazan", "yazar", "автор", "авторы", "текст", "bởi", "oleh", "بقلم", "كتب", "كتبت", "الكاتب", "מאת", "نویسنده", "लेखक",
    "द्वारा", "文", "文/", "作者", "记者", "記者", "撰文", "著者", "執筆者", "執筆", "글", "글쓴이", "작성자",
];

/// What joins two names in a list.
pub(super) const AND: &[&str] =
    &["and", "und", "et", "y", "e", "en", "og", "och", "i", "oraz", "ja", "ve", "и", "та", "και", "و", "ו", "और", "with", "mit", "avec", "con", "with contributions from", "feat."];

/// What marks the end of the names in a line: what follows is something else.
pub(super) const AFTER_NAMES: &[&str] = &[
    "on", "in", "at", "for", "updated", "published", "posted", "last", "modified", "created", "date", "read", "reading", "min", "mins",
    "minutes", "comments", "comment", "views", "share", "follow", "am", "um", "le", "el", "il", "special", "edited", "reviewed",
    "medically", "photos", "photo", "photographs", "illustrations", "joined", "veröffentlicht", "aktualisiert", "publié", "publicado",
    "actualizado", "pubblicato", "aggiornato", "bijgewerkt", "gepubliceerd", "opublikowano", "опубликовано", "обновлено",
];

/// Roles: a part of a byline that contains one of these words is no name.
pub(super) const ROLES: &[&str] = &[
    "writer", "reporter", "editor", "editors", "correspondent", "journalist", "columnist", "contributor", "contributing", "producer",
    "photographer", "staff", "senior", "chief", "director", "manager", "specialist", "analyst", "founder", "co-founder", "cofounder", "ceo",
    "cto", "president", "author", "blogger", "freelance", "freelancer", "expert", "dietitian", "researcher", "professor", "lecturer",
    "consultant", "strategist", "marketer", "coordinator", "engineer", "developer", "owner", "intern", "fellow", "lead", "head",
    "redakteur", "redakteurin", "redaktion", "reporterin", "korrespondent", "korrespondentin", "chefredakteur", "journaliste", "rédacteur",
    "rédactrice", "correspondant", "correspondante", "periodista", "redactor", "redactora", "corresponsal", "giornalista", "redattore",
    "redattrice", "inviato", "jornalista", "repórter", "redacteur", "verslaggever", "dziennikarz", "dziennikarka", "redaktor", "skribent",
    "muhabir", "editör", "корреспондент", "редактор", "журналист", "обозреватель", "مراسل", "محرر", "编辑", "記者", "기자", "특파원",
];

/// Parts that stand alone in a byline and name nobody.
pub(super) const NOBODY: &[&str] = &[
    "null", "undefined", "none", "n/a", "na", "author", "authors", "unknown", "guest", "user", "root", "default", "test", "wordpress", "share",
    "follow", "comments", "advertisement", "view profile", "view all posts", "see more", "more", "facebook", "twitter", "linkedin", "email",
    "website", "true", "false", "nan", "about", "bio", "profile", "read more", "author name",
];

/// Words of organisations: a byline with one of these is the site's, not a person's.
pub(super) const ORGANISATION: &[&str] = &[
    "team", "staff", "editorial", "editors", "editor", "newsroom", "desk", "newsdesk", "redaktion", "rédaction", "redacción", "redazione",
    "redação", "redactie", "redakcja", "редакция", "admin", "administrator", "webmaster", "press", "agency", "agencies", "news", "media",
    "inc", "inc.", "llc", "ltd", "ltd.", "gmbh", "corp", "company", "group", "university", "institute", "foundation", "association",
    "society", "marketing", "support", "office", "department", "communications", "studio", "studios", "magazine", "journal", "network",
    "центр", "агентство",
];

/// Academic and professional letters that follow a name and a comma.
pub(super) const POST_NOMINALS: &[&str] = &[
    "md", "phd", "ph.d", "m.d", "ms", "m.s", "ma", "m.a", "mba", "rd", "rdn", "ldn", "cpa", "cfp", "cfa", "esq", "jd", "dds", "dvm", "do", "rn", "np",
    "mph", "msc", "m.sc", "bsc", "bs", "ba", "facs", "facp", "fand", "lcsw", "psyd", "edd", "dnp", "pharmd", "cscs", "cissp", "pmp", "jr", "sr", "ii", "iii", "iv",
];

/// Separators between a title and the site's name, with space on both sides.
pub(super) const TITLE_SEPARATORS: &[&str] = &["|", "-", "–", "—", "·", "•", "»", "«", "›", "‹", "::", ":", "/", "~", "<", ">", "*", "⋆", "→", "｜", "－"];

/// Separators that stand without space before them too: "Title: subtitle" is
/// no site, "题目_网站" is.
pub(super) const TIGHT_SEPARATORS: &[&str] = &["｜", "_", "|", "»", "::"];

/// Languages written from right to left.
pub(super) const RIGHT_TO_LEFT: &[&str] =
    &["ar", "he", "iw", "fa", "ur", "yi", "ji", "ps", "sd", "ug", "dv", "ckb", "ku-arab", "arc", "syr", "nqo", "pnb", "azb", "ks", "arz", "ary"];
