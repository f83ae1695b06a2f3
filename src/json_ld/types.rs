//! The schema.org types that say something about a page, and what they say.

/// What a schema.org type makes of a page. Many types share one meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum SchemaType {
    /// Prose with a headline: `Article`, `Report`, `Review`.
    Article,
    /// `NewsArticle` and its kin.
    News,
    /// `BlogPosting`.
    Blog,
    /// `LiveBlogPosting`.
    LiveBlog,
    /// `TechArticle`, `APIReference`.
    Technical,
    /// `DiscussionForumPosting`, `SocialMediaPosting`, `Comment`.
    Forum,
    /// `QAPage`, `Question`.
    Question,
    /// `FAQPage`.
    Faq,
    /// `Recipe`.
    Recipe,
    /// `HowTo`.
    HowTo,
    /// `Product`, `ProductGroup`, `Offer`.
    Product,
    /// `Service`, `LocalBusiness` and its kin.
    Service,
    /// `CollectionPage`, `ItemList`, `SearchResultsPage`.
    Collection,
    /// `Event`.
    Event,
    /// `JobPosting`.
    Job,
    /// `VideoObject`, `PodcastEpisode`, `AudioObject`.
    Media,
    /// `SoftwareApplication`, `Course`, `Book`, `Movie`: other works.
    Work,
    /// `WebPage`, `AboutPage`, `ContactPage`.
    Page,
    /// `WebSite`.
    Site,
    /// `Person`.
    Person,
    /// `Organization` and its kin.
    Organisation,
}

use SchemaType as T;

/// How likely a node of this type is the page's own subject; 0 for nodes that
/// are never its subject.
pub(super) const fn subject_rank(kind: SchemaType) -> u8 {
    match kind {
        T::Article | T::News | T::Blog | T::LiveBlog | T::Technical | T::Forum => 5,
        T::Recipe | T::HowTo | T::Question => 4,
        T::Product | T::Event | T::Job | T::Media | T::Work | T::Service => 3,
        T::Page | T::Faq | T::Collection => 2,
        T::Site | T::Person | T::Organisation => 0,
    }
}

/// Names of types, without the vocabulary's address.
const NAMES: &[(&str, SchemaType)] = &[
    ("APIReference", T::Technical),
    ("AboutPage", T::Page),
    ("AdvertiserContentArticle", T::Article),
    ("AnalysisNewsArticle", T::News),
    ("Article", T::Article),
    ("AskPublicNewsArticle", T::News),
    ("AudioObject", T::Media),
    ("BackgroundNewsArticle", T::News),
    ("BlogPosting", T::Blog),
    ("Book", T::Work),
    ("BusinessEvent", T::Event),
    ("CollectionPage", T::Collection),
    ("Comment", T::Forum),
    ("ContactPage", T::Page),
    ("Corporation", T::Organisation),
    ("Course", T::Work),
    ("CreativeWork", T::Work),
    ("CriticReview", T::Article),
    ("Dataset", T::Work),
    ("DiscussionForumPosting", T::Forum),
    ("Event", T::Event),
    ("FAQPage", T::Faq),
    ("Game", T::Work),
    ("HowTo", T::HowTo),
    ("ItemList", T::Collection),
    ("ItemPage", T::Page),
    ("JobPosting", T::Job),
    ("LiveBlogPosting", T::LiveBlog),
    ("LocalBusiness", T::Service),
    ("MedicalScholarlyArticle", T::Article),
    ("MedicalWebPage", T::Page),
    ("MobileApplication", T::Work),
    ("Movie", T::Work),
    ("NewsArticle", T::News),
    ("NewsMediaOrganization", T::Organisation),
    ("OnlineStore", T::Organisation),
    ("OpinionNewsArticle", T::News),
    ("Organization", T::Organisation),
    ("Person", T::Person),
    ("PodcastEpisode", T::Media),
    ("Product", T::Product),
    ("ProductGroup", T::Product),
    ("ProfilePage", T::Page),
    ("QAPage", T::Question),
    ("Question", T::Question),
    ("Recipe", T::Recipe),
    ("Report", T::Article),
    ("ReportageNewsArticle", T::News),
    ("Review", T::Article),
    ("ReviewNewsArticle", T::News),
    ("SatiricalArticle", T::Article),
    ("ScholarlyArticle", T::Article),
    ("SearchResultsPage", T::Collection),
    ("Service", T::Service),
    ("SocialMediaPosting", T::Forum),
    ("SoftwareApplication", T::Work),
    ("TechArticle", T::Technical),
    ("VideoGame", T::Work),
    ("VideoObject", T::Media),
    ("WebApplication", T::Work),
    ("WebPage", T::Page),
    ("WebSite", T::Site),
];

impl SchemaType {
    /// Reads a type as pages write it: bare, or with the vocabulary's address before it.
    pub(crate) fn from_name(name: &str) -> Option<SchemaType> {
        let bare = name.trim().rsplit(['/', ':', '#']).next().unwrap_or_default();
        NAMES.binary_search_by(|(known, _)| known.cmp(&bare)).ok().and_then(|at| NAMES.get(at)).map(|&(_, kind)| kind)
    }
}

/// A set of types.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct SchemaTypes(u32);

impl SchemaTypes {
    pub(crate) fn insert(&mut self, kind: SchemaType) {
        self.0 |= 1 << kind as u8;
    }

    pub(crate) fn remove(&mut self, kind: SchemaType) {
        self.0 &= !(1 << kind as u8);
    }

    pub(crate) const fn contains(self, kind: SchemaType) -> bool {
        self.0 & (1 << kind as u8) != 0
    }

    /// Whether the page calls itself prose of any kind.
    pub(crate) const fn is_article(self) -> bool {
        self.contains(T::Article)
            || self.contains(T::News)
            || self.contains(T::Blog)
            || self.contains(T::LiveBlog)
            || self.contains(T::Technical)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_for_the_search() {
        assert!(NAMES.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn types_are_read_with_and_without_the_vocabulary() {
        for name in
            ["NewsArticle", "https://schema.org/NewsArticle", "schema:NewsArticle", " http://schema.org/NewsArticle "]
        {
            assert_eq!(SchemaType::from_name(name), Some(SchemaType::News), "{name}");
        }
        assert_eq!(SchemaType::from_name("Thing"), None);
    }
}
