### What the public reads: home, consultation, section, register.

site-authorities-title = Public consultations
site-authorities-lead = Drafts that authorities put to the public, and the answers to your comments.
site-authorities-open = { $count ->
    [one] { $count } open consultation
   *[other] { $count } open consultations
}
site-authorities-none-open = no consultation is open
site-authorities-empty = There is no authority yet.

site-home-title = Public consultations
site-home-lead = Read the drafts before they are adopted and say what needs to be put right. Every comment is answered with a decision and a reason.
site-home-read = Read the draft
site-home-none-open = No consultation is open at the moment. Subscribe to notices to hear about the next one.
site-home-readable = The draft is already public; comments are accepted once it opens
site-home-unreadable = The draft will be published when it opens
site-home-from = From { $day }
site-home-to = until { $deadline }
site-home-answering = Responses in preparation
site-home-answered =
    { $answered } of { $total } { $total ->
        [one] comment
       *[other] comments
    } answered
site-home-expected = expected by { $day }
site-home-done = Answered and adopted
site-home-done-note = { $count ->
    [0] There were no comments
    [one] The response to { $count } comment is public
   *[other] The responses to all { $count } comments are public
}

site-until = Until

site-closed-on = The window closed on { $deadline }

site-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
site-days-today = today
site-days-last = is the last day
site-days-opens = it opens
site-days-to-closing = left
site-days-to-opening = until it opens

site-count-submissions = { $count ->
    [one] { $count } submission
   *[other] { $count } submissions
}
site-count-comments = { $count ->
    [one] { $count } comment
   *[other] { $count } comments
}
site-count-goals = { $count ->
    [one] { $count } goal
   *[other] { $count } goals
}
site-count-no-goals = no goals

site-over = Consultation from { $opening } to { $closing }

site-state-read = Read the draft
site-state-comment = Comment on the whole draft
site-state-opens = Opens on { $opening } and stays open until { $deadline }.
site-state-readable = You can read the draft now and comment once it opens.
site-state-unreadable = The draft and the form will be published then.
site-state-expected = Responses are expected by { $day }.
site-state-share = { $part } of { $total }
site-state-approved =
    { $total ->
        [one] comment
       *[other] comments
    } { $part ->
        [one] has
       *[other] have
    } an approved response
site-state-answered =
    { $total ->
        [one] comment
       *[other] comments
    } { $part ->
        [one] has
       *[other] have
    } a published response
site-state-withdrawn = The authority has withdrawn this consultation. The reason is in the ledger below.
site-state-adopted = { $body } adopted the text on { $day }.
site-state-released = The responses to all comments were published on { $day }.

site-purpose-title = What it is about

site-changes-title = What has changed
site-changes-over = Revision { $before } of { $before_day } and revision { $after } of { $after_day }
site-changes-counts = Changed paragraphs and goals: { $changed }. New: { $added }. Removed: { $removed }.
site-changes-none = The text is as it was put to the public.
site-changes-legend = Legend:
site-changes-deleted = deleted
site-changes-inserted = added
site-changes-paragraph = Paragraph { $number }
site-changes-equal =
    { $count ->
        [one] { $count } piece is the same
       *[other] { $count } pieces are the same
    }
site-sections-adopted = The adopted text by sections
site-sections-title = The draft by sections
site-sections-total =
    In all { $goals ->
        [one] { $goals } goal
       *[other] { $goals } goals
    } and { $comments ->
        [one] { $comments } comment
       *[other] { $comments } comments
    } in { $submissions ->
        [one] { $submissions } submission
       *[other] { $submissions } submissions
    }. As of { $moment }.

site-decision-title = Who decides, and how
site-working-group =
    { $count ->
        [one] { $count } person in the working group
       *[other] { $count } people in the working group
    }
site-privacy-title = What happens with your data
site-decision-outcomes = A decision is one of five: accepted, accepted in part, not accepted, noted, out of scope.
site-decision-reason = Each decision has a written reason. A second member approves every response before it is published.
site-decision-together = All responses are published together.

site-aside-label = Timeline, notices and contact

site-contact-title = Other ways and questions
site-contact-other = Comments are also accepted by post and in person: { $address }. They count the same.

site-timeline-title = Timeline
site-timeline-preparation = Draft prepared
site-timeline-announcement = Announced
site-timeline-window = Consultation
site-timeline-answers = Responses published
site-timeline-adoption = Decision on the final text

site-ledger-title = Ledger of the window
site-ledger-announced =
    Announced: from { $opening } until { $deadline }. The window is { $days ->
        [one] { $days } day
       *[other] { $days } days
    } long.
site-ledger-opened = Opened.
site-ledger-extended =
    Extended until { $deadline }. The window is { $days ->
        [one] { $days } day
       *[other] { $days } days
    } long.
site-ledger-closed = Closed.
site-ledger-withdrawn = Withdrawn.
site-ledger-reason = Reason: { $reason }
site-ledger-changes = Changes
site-ledger-unchanged = The window has not changed. Any extension would be recorded here with its reason.

site-section-menu = Sections and paragraphs
site-section-nav = Sections
site-section-adopted = The adopted text, revision { $number } of { $day }
site-section-revision = Draft, revision { $number } of { $day }
site-section-open = comments until { $deadline }
site-section-closed = not open for comments
site-section-anchor = Link to paragraph { $number }
site-section-comment = Comment
site-section-comment-on-paragraph = on paragraph { $number }
site-section-comment-on-goal = on goal { $number }
site-section-comment-whole = Comment on this section
site-section-register = Comments on this section and the responses to them
site-section-pager = Neighbouring sections
site-section-previous = Previous section
site-section-next = Next section
site-section-dock = Deadline and comment

site-goal-key = among the most important
site-goal-indicator = Indicator
site-goal-holder = Carried out by
site-goal-deadline = By

site-register-title = Register of comments and responses
site-register-lead = All we received, what we decided and why. Published on { $day }.
site-register-lead-waiting = Comments and responses are published together. Until then only figures are public.
site-register-lead-waiting-by = Comments and responses are published together, expected by { $day }. Until then only figures are public.

site-figures-title = Figures
site-figures-received = { $count ->
    [one] comment received
   *[other] comments received
}
site-figures-accepted = accepted
site-figures-accepted-in-part = accepted in part
site-figures-not-accepted = not accepted
site-figures-noted = noted
site-figures-out-of-scope = out of scope
site-figures-waiting = { $count ->
    [one] waits for a response
   *[other] wait for a response
}
site-figures-waiting-short = Waiting
site-figures-late = { $count ->
    [one] { $count } comment came late and is not counted.
   *[other] { $count } comments came late and are not counted.
}

site-chart-title = Decisions by section
site-chart-title-waiting = Comments by section
site-chart-caption = Number of comments by section and decision
site-chart-section = Section
site-chart-comments = Comments
site-chart-outcomes = Decisions

site-table-summary = The same figures as a table
site-table-caption = Table of decisions by section
site-table-total = Total

site-pairs-title = Comments and responses
site-pairs-matching = { $count ->
    [0] No comment matches.
    [one] { $count } comment matches.
   *[other] { $count } comments match.
}
site-pairs-shown = { $count ->
    [one] { $count } is shown.
   *[other] { $count } are shown.
}
site-pairs-comment = Comment
site-pairs-response = Response of the working group

site-filter-label = Filters of the register
site-filter-q = Search
site-filter-disposition = Decision
site-filter-submitter = Submitter
site-filter-all-sections = All sections
site-filter-all-dispositions = All
site-filter-all-submitters = All
site-filter-individuals = Individuals
site-filter-organisations = Organisations
site-filter-submit = Show
site-filter-clear = Clear

site-print-link = For printing
site-print-crumb = For printing
site-print-title = The register for printing
site-print-how = This page is made for paper: print it with the command of your browser (Ctrl+P, on a Mac ⌘P). The paper shows the title, the figures, and the comments with their responses.
site-print-parts = { $count ->
    [one] The comments are in { $count } part of at most { $most }.
   *[other] The comments are in { $count } parts of at most { $most } each.
}
site-print-parts-label = Parts for printing
site-print-part = Part { $part } of { $parts }: comments { $first } to { $last }.
site-print-back = Back to the register
site-print-not-all = One page of the register is printed here. The whole register for printing: { $url }

site-pages-label = Pages of the register
site-pages-first = First page
site-pages-next = Next

site-period = Period
site-target-groups = Who it is for
site-titles =
    { $count ->
        [one] { $count } earlier title
       *[other] { $count } earlier titles
    }
site-titles-until = until { $day }
site-relations-title = Related strategies
site-adoption-title = Adoption
site-adoption-body = Adopted by
site-adoption-day = When
site-adoption-document = Adopted text
site-adoption-corrected =
    { $count ->
        [one] { $count } correction of this record
       *[other] { $count } corrections of this record
    }
site-adoption-said = It said before: { $body }, { $session }, { $day }. Corrected { $moment }. Reason: { $reason }
site-ledger-head = Fingerprint of the ledger (SHA-256): if anybody changed something in it, it would be another one.

site-feed-title = Public consultations
site-feed-announced = Announced: { $title }
site-feed-opened = Open for comments: { $title }
site-feed-extended = Deadline extended: { $title }
site-feed-withdrawn = Withdrawn: { $title }
site-feed-closed = The deadline has passed: { $title }
site-feed-answered = Responses are public: { $title }
site-feed-adopted = Adopted: { $title }
site-feed-window = Comments: from { $opening } until { $deadline }.
site-calendar-window = Public consultation: { $title }
site-follow-title = Follow in other ways
site-follow-feed = Atom feed
site-follow-calendar = Calendar (iCalendar)
site-ledger-json = Ledger as JSON
site-authorities-list = Authorities
site-search-label = Find a consultation
site-search-submit = Find
site-search-all = Show all
site-search-found = { $count ->
    [one] { $count } consultation for “{ $q }”.
   *[other] { $count } consultations for “{ $q }”.
}
site-events-title = Events
site-events-link = Link
site-events-past = is over
site-events-calendar = Add to calendar
site-events-minutes = Minutes
site-documents-title = Related documents
site-preparing-body = Prepared by
site-preview-title = Preview
site-preview-lead = This is a draft in preparation that is not public yet. The consultation is planned from { $opening } until { $deadline }.
site-preview-until = The link works until { $until }. Do not pass it on.
site-preview-text = Text of the draft
site-preview-empty = There is no text yet.
site-ledger-outage = The site was away from { $from } until { $until }.
site-feed-outage = Outage of the site: { $title }
