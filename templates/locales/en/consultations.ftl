### Consultations, sections, the window.

consultations-authorities-title = Public consultations
consultations-authorities-lead = Choose the authority that prepares the draft.
consultations-authorities-open = { $count ->
    [one] { $count } open consultation
   *[other] { $count } open consultations
}
consultations-authorities-none-open = no consultation is open
consultations-authorities-empty = There is no authority yet.

consultations-home-title = Public consultations
consultations-home-lead = Read the drafts before they are adopted and say what needs to be put right. Every comment is answered with a decision and a reason.
consultations-home-read = Read the draft
consultations-home-none-open = No consultation is open at the moment. Subscribe to notices to hear about the next one.
consultations-home-readable = The draft is already public; comments are accepted once it opens
consultations-home-unreadable = The draft will be published when it opens
consultations-home-from = From { $day }
consultations-home-to = until { $deadline }
consultations-home-answering = Responses in preparation
consultations-home-answered =
    { $answered } of { $total } { $total ->
        [one] comment
       *[other] comments
    } answered
consultations-home-expected = expected by { $day }
consultations-home-done = Answered and adopted
consultations-home-done-note = { $count ->
    [0] There were no comments
    [one] The response to { $count } comment is public
   *[other] The responses to all { $count } comments are public
}

consultations-until = Until

consultations-closed-on = The window closed on { $deadline }

consultations-phase-preparing = In preparation
consultations-phase-announced = Announced
consultations-phase-open = Open for comments
consultations-phase-closed = Closed, responses in preparation
consultations-phase-answered = Answered
consultations-phase-adopted = Adopted
consultations-phase-withdrawn = Withdrawn

consultations-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
consultations-days-today = today
consultations-days-last = is the last day
consultations-days-opens = it opens
consultations-days-to-closing = left
consultations-days-to-opening = until it opens

consultations-count-submissions = { $count ->
    [one] { $count } submission
   *[other] { $count } submissions
}
consultations-count-comments = { $count ->
    [one] { $count } comment
   *[other] { $count } comments
}
consultations-count-goals = { $count ->
    [one] { $count } goal
   *[other] { $count } goals
}
consultations-count-no-goals = no goals

consultations-over = Consultation from { $opening } to { $closing }

consultations-state-read = Read the draft
consultations-state-comment = Comment on the whole draft
consultations-state-opens = Opens on { $opening } and stays open until { $deadline }.
consultations-state-readable = You can read the draft now and comment once it opens.
consultations-state-unreadable = The draft and the form will be published then.
consultations-state-expected = Responses are expected by { $day }.
consultations-state-share = { $part } of { $total }
consultations-state-approved =
    { $total ->
        [one] comment
       *[other] comments
    } { $part ->
        [one] has
       *[other] have
    } an approved response
consultations-state-answered =
    { $total ->
        [one] comment
       *[other] comments
    } { $part ->
        [one] has
       *[other] have
    } a published response
consultations-state-withdrawn = The authority has withdrawn this consultation. The reason is in the ledger below.
consultations-state-adopted = { $body } adopted the text on { $day }.
consultations-state-released = The responses to all comments were published on { $day }.

consultations-purpose-title = What it is about

consultations-sections-title = The draft by sections
consultations-sections-total =
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

consultations-decision-title = Who decides, and how
consultations-working-group =
    { $count ->
        [one] { $count } person in the working group
       *[other] { $count } people in the working group
    }
consultations-privacy-title = What happens with your data
consultations-decision-outcomes = A decision is one of five: accepted, accepted in part, not accepted, noted, out of scope.
consultations-decision-reason = Each decision has a written reason. A second member approves every response before it is published.
consultations-decision-together = All responses are published together.


consultations-aside-label = Timeline, notices and contact

consultations-contact-title = Other ways and questions
consultations-contact-other = Comments are also accepted by post and in person: { $address }. They count the same.

consultations-timeline-title = Timeline
consultations-timeline-preparation = Draft prepared
consultations-timeline-announcement = Announced
consultations-timeline-window = Consultation
consultations-timeline-answers = Responses published
consultations-timeline-adoption = Decision on the final text

consultations-ledger-title = Ledger of the window
consultations-ledger-announced =
    Announced: from { $opening } until { $deadline }. The window is { $days ->
        [one] { $days } day
       *[other] { $days } days
    } long.
consultations-ledger-opened = Opened.
consultations-ledger-extended =
    Extended until { $deadline }. The window is { $days ->
        [one] { $days } day
       *[other] { $days } days
    } long.
consultations-ledger-closed = Closed.
consultations-ledger-withdrawn = Withdrawn.
consultations-ledger-reason = Reason: { $reason }
consultations-ledger-changes = Changes
consultations-ledger-unchanged = The window has not changed. Any extension would be recorded here with its reason.

consultations-place-draft = The whole draft
consultations-place-section = Section { $section }
consultations-place-paragraph = Section { $section }, paragraph { $paragraph }
consultations-place-short = { $section }, para. { $paragraph }
consultations-place-goal = Goal { $number }

consultations-section-menu = Sections and paragraphs
consultations-section-nav = Sections
consultations-section-revision = Draft, revision { $number } of { $day }
consultations-section-open = comments until { $deadline }
consultations-section-closed = not open for comments
consultations-section-anchor = Link to paragraph { $number }
consultations-section-comment = Comment
consultations-section-comment-on-paragraph = on paragraph { $number }
consultations-section-comment-on-goal = on goal { $number }
consultations-section-comment-whole = Comment on this section
consultations-section-register = Comments on this section and the responses to them
consultations-section-pager = Neighbouring sections
consultations-section-previous = Previous section
consultations-section-next = Next section
consultations-section-dock = Deadline and comment

consultations-goal-key = among the most important
consultations-goal-indicator = Indicator
consultations-goal-holder = Carried out by
consultations-goal-deadline = By

consultations-standing-received = { $count ->
    [one] { $count } submission received
   *[other] { $count } submissions received
}
consultations-standing-confirmed = { $count ->
    [one] { $count } confirmed
   *[other] { $count } confirmed
}
consultations-standing-waiting = { $count ->
    [one] { $count } waits for its address to be confirmed
   *[other] { $count } wait for their address to be confirmed
}
consultations-standing-expired = { $count ->
    [one] { $count } expired without confirmation
   *[other] { $count } expired without confirmation
}
consultations-standing-late = { $count ->
    [one] { $count } submission came late and is counted apart.
   *[other] { $count } submissions came late and are counted apart.
}
