//! What the inbox can be asked for.

use strum::{EnumString, IntoStaticStr};

use crate::comments::Work;
use crate::kernel::ids::{ConsultationId, SectionId, StaffId};
use crate::kernel::search_text::Search;

/// One of the views of the inbox.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum View {
    /// Assigned to me or last written by me, and not finished.
    #[default]
    Mine,
    /// Waiting for the approval of somebody who did not write it.
    Waiting,
    /// Not begun.
    New,
    /// Every confirmed comment.
    All,
}

impl View {
    /// The states a comment of this view can be in.
    pub const fn states(self) -> &'static [Work] {
        use Work::{Approved, Drafted, InApproval, New, Released, Returned};
        match self {
            Self::Mine => &[New, Drafted, InApproval, Returned],
            Self::Waiting => &[InApproval],
            Self::New => &[New],
            Self::All => &[New, Drafted, InApproval, Returned, Approved, Released],
        }
    }
}

/// Comments on one section, on the draft as a whole, or anywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SectionFilter {
    #[default]
    Any,
    WholeDraft,
    Section(SectionId),
}

/// What a list shows.
#[derive(Clone, Debug)]
pub struct Filter {
    pub consultation: ConsultationId,
    pub view: View,
    /// Who is asking.
    pub staff: StaffId,
    pub section: SectionFilter,
    /// One state only.
    pub state: Option<Work>,
    /// The words looked for.
    pub search: Search,
}

impl Filter {
    /// A view without further conditions.
    pub fn of(consultation: ConsultationId, view: View, staff: StaffId) -> Self {
        Self {
            consultation,
            view,
            staff,
            section: SectionFilter::Any,
            state: None,
            search: Search::All,
        }
    }

    /// Whether nothing but the view decides what is shown.
    pub fn is_whole_view(&self) -> bool {
        self.section == SectionFilter::Any && self.state.is_none() && self.search == Search::All
    }

    /// The states to look through; none when the view has no comments in the state asked for.
    pub fn states(&self) -> Vec<Work> {
        let is_asked_for = |state: &Work| self.state.is_none_or(|asked| asked == *state);
        self.view
            .states()
            .iter()
            .copied()
            .filter(is_asked_for)
            .collect()
    }

    /// Whether a comment of which `facts` are known is in the list, its words apart.
    pub fn admits(&self, facts: &Facts) -> bool {
        let is_mine = || [facts.assignee, facts.writer].contains(&Some(self.staff));
        let is_in_section = match self.section {
            SectionFilter::Any => true,
            SectionFilter::WholeDraft => facts.section.is_none(),
            SectionFilter::Section(section) => facts.section == Some(section),
        };
        let is_in_view = match self.view {
            View::Mine => is_mine(),
            View::Waiting => facts.writer != Some(self.staff),
            View::New | View::All => true,
        };
        facts.consultation == self.consultation
            && self.states().contains(&facts.state)
            && is_in_section
            && is_in_view
    }
}

/// What decides whether a comment is in a list.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    pub consultation: ConsultationId,
    pub state: Work,
    pub section: Option<SectionId>,
    pub assignee: Option<StaffId>,
    /// Who wrote its response last.
    pub writer: Option<StaffId>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::clock::Instant;
    use crate::kernel::ids::Ids;

    fn now() -> Instant {
        Instant::from_micros(0).expect("in range")
    }

    fn filter_and_facts(view: View, state: Work) -> (Filter, Facts) {
        let ids = Ids::seeded(1);
        let filter = Filter::of(ids.next(now()), view, ids.next(now()));
        let facts = Facts {
            consultation: filter.consultation,
            state,
            section: None,
            assignee: None,
            writer: None,
        };
        (filter, facts)
    }

    #[test]
    fn every_view_is_found_by_its_word() {
        for view in [View::Mine, View::Waiting, View::New, View::All] {
            assert_eq!(view.into_str().parse(), Ok(view));
        }
    }

    #[test]
    fn mine_is_what_i_was_given_or_wrote_and_is_not_finished() {
        let (filter, facts) = filter_and_facts(View::Mine, Work::Drafted);
        let me = Some(filter.staff);

        assert!(!filter.admits(&facts));
        assert!(filter.admits(&Facts {
            assignee: me,
            ..facts
        }));
        assert!(filter.admits(&Facts {
            writer: me,
            ..facts
        }));
        assert!(!filter.admits(&Facts {
            writer: me,
            state: Work::Approved,
            ..facts
        }));
    }

    #[test]
    fn what_i_wrote_does_not_wait_for_me() {
        let (filter, facts) = filter_and_facts(View::Waiting, Work::InApproval);

        assert!(filter.admits(&facts));
        assert!(!filter.admits(&Facts {
            writer: Some(filter.staff),
            ..facts
        }));
    }

    #[test]
    fn comments_of_another_consultation_section_or_state_are_left_out() {
        let (filter, facts) = filter_and_facts(View::All, Work::New);
        let ids = Ids::seeded(2);
        let section = ids.next(now());

        assert!(!filter.admits(&Facts {
            consultation: ids.next(now()),
            ..facts
        }));
        for (asked, here, is_shown) in [
            (SectionFilter::WholeDraft, None, true),
            (SectionFilter::WholeDraft, Some(section), false),
            (SectionFilter::Section(section), Some(section), true),
            (SectionFilter::Section(section), None, false),
        ] {
            let filter = Filter {
                section: asked,
                ..filter.clone()
            };
            let facts = Facts {
                section: here,
                ..facts
            };
            assert_eq!(filter.admits(&facts), is_shown, "{asked:?} {here:?}");
        }
        let released = Filter {
            state: Some(Work::Released),
            ..filter
        };
        assert!(!released.admits(&facts));
    }
}
