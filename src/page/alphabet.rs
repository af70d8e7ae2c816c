//! The order of names as readers of a language know it.
//!
//! Deliberately absent: orders that do not go by names.

use std::cmp::Ordering;

use icu_collator::options::{AlternateHandling, CollatorOptions};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

/// The order of names in a language; where nobody knows it, that of most.
pub(super) struct Alphabet(Option<CollatorBorrowed<'static>>);

impl Alphabet {
    /// The alphabet of a language, as a BCP 47 tag.
    pub fn of(language: &str) -> Self {
        let locale = language.parse::<Locale>().unwrap_or(Locale::UNKNOWN);
        let mut options = CollatorOptions::default();
        // Marks and spaces before a name or in it do not count.
        options.alternate_handling = Some(AlternateHandling::Shifted);
        Self(Collator::try_new(locale.into(), options).ok())
    }

    /// Which of two names comes first.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        let by_letters = || one.cmp(other);
        self.0.as_ref().map_or_else(by_letters, |alphabet| alphabet.compare(one, other).then_with(by_letters))
    }
}

#[cfg(test)]
mod tests {
    use super::Alphabet;

    /// N02: names that begin with Å, Ö or a small letter.
    #[test]
    fn n02_names_are_in_the_order_of_the_alphabet() {
        let mut names = vec![
            "Zimbabwe",
            "al-Nahda",
            "Öland",
            "Åland",
            "Orkney",
            "Austria",
            "\u{201c}Bering\u{201d}",
            "Côte d\u{2019}Ivoire",
            "Cuba",
            "de Gaulle",
        ];
        let alphabet = Alphabet::of("en");
        names.sort_by(|one, other| alphabet.compare(one, other));
        assert_eq!(
            names,
            [
                "Åland",
                "al-Nahda",
                "Austria",
                "\u{201c}Bering\u{201d}",
                "Côte d\u{2019}Ivoire",
                "Cuba",
                "de Gaulle",
                "Öland",
                "Orkney",
                "Zimbabwe"
            ]
        );
    }

    #[test]
    fn n02_each_language_has_its_own() {
        let order = |language: &str| {
            let mut names = vec!["Öland", "Zimbabwe", "Orkney"];
            let alphabet = Alphabet::of(language);
            names.sort_by(|one, other| alphabet.compare(one, other));
            names
        };
        assert_eq!(order("de"), ["Öland", "Orkney", "Zimbabwe"]);
        assert_eq!(order("sv"), ["Orkney", "Zimbabwe", "Öland"]);
    }
}
