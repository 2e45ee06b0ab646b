### The desk: responses, approval, release.

desk-disposition-accepted = Accepted
desk-disposition-accepted-in-part = Accepted in part
desk-disposition-not-accepted = Not accepted
desk-disposition-noted = Noted
desk-disposition-out-of-scope = Out of scope
desk-disposition-short-accepted = Accepted
desk-disposition-inline-accepted = accepted
desk-disposition-short-accepted-in-part = In part
desk-disposition-inline-accepted-in-part = accepted in part
desk-disposition-short-not-accepted = Not accepted
desk-disposition-inline-not-accepted = not accepted
desk-disposition-short-noted = Noted
desk-disposition-inline-noted = noted
desk-disposition-short-out-of-scope = Out of scope
desk-disposition-inline-out-of-scope = out of scope

desk-state-unconfirmed = Address not confirmed
desk-state-new = New
desk-state-drafted = Drafted
desk-state-in-approval = In approval
desk-state-returned = Returned
desk-state-approved = Approved
desk-state-released = Released

desk-view-mine = My work
desk-view-waiting = Waiting for my approval
desk-view-new = New
desk-view-all = All

desk-start-title = My consultations
desk-start-consultation = Consultation
desk-start-phase = State
desk-start-closes = window until { $day }
desk-start-empty = You are not assigned to any consultation.

desk-progress-rough = There are more comments than this page counts: more than 5,000 in one of the states.
desk-progress-share = { $part } of { $total }
desk-progress-approved = { $count ->
    [one] approved
   *[other] approved
}
desk-progress-rest = { $approval } in approval · { $drafted } drafted · { $new } new
desk-unconfirmed = Unconfirmed submissions:
desk-progress-label =
    { $part } of { $total } { $total ->
        [one] comment
       *[other] comments
    } approved

desk-steps = State of the response:

desk-inbox-menu = Views and filters
desk-inbox-views = Views
desk-inbox-state = State
desk-inbox-all-states = All states
desk-inbox-apply = Apply filters
desk-inbox-list = List of comments
desk-inbox-search = Search in text or number
desk-inbox-search-submit = Search
desk-inbox-comment = Comment
desk-inbox-place = Where
desk-inbox-submitter = Submitter
desk-inbox-received = Received
desk-inbox-empty = There are no comments in this view.

desk-answer-back = List of comments
desk-answer-position = { $position } of { $total }
desk-answer-previous = Previous
desk-answer-next = Next
desk-answer-response = Response
desk-answer-original = Original comment
desk-answer-context = In the draft
desk-answer-revision = revision { $number }
desk-answer-open = Open the section
desk-answer-not-chosen = not chosen
desk-answer-not-written = not written
desk-answer-preview = Preview of the change
desk-answer-author = Response written by { $name }
desk-answer-returned = Sent back
desk-answer-reopened = Opened again
desk-answer-submit = Send for approval
desk-answer-save = Save draft
desk-answer-second = A second member of the working group approves the response.

desk-field-disposition = Decision
desk-field-reason = Reason
desk-field-reason-public = Reason (public)
desk-field-reason-hint = Say what you took in, what you did not and why. A response cannot go to approval without a reason.
desk-field-text-change = Change of the text

desk-text-changed = The text changes
desk-text-unchanged = The text stays as it is

desk-field-new-text = New text of the passage
desk-field-new-text-hint = You start from the present text: change what is to change. If the text stays as it is, you need not empty the field.
desk-field-new-text-whole = The comment is not on one paragraph, so there is no present text here. Write only the passage that changes.

desk-take-proposed = Take the proposed wording
desk-take-present = Put the present text back
desk-field-note = What needs to be put right
desk-field-reopen-note = Why you open it again
desk-field-note-hint = Only the working group sees this.

desk-approval-title = Approval
desk-approval-lead = Written by { $name }. Read the decision, the reason and the change.
desk-approval-approve = Approve response
desk-approval-return = Send back

desk-take-back-title = Take back
desk-take-back-lead = Until somebody else approves the response you can take it back and work on it. The text stays saved.
desk-take-back-submit = Take back from approval
desk-reopen-title = Correct an approved response
desk-reopen-lead = Until the release you can open the approved response again. It then has to go to approval once more.
desk-reopen-submit = Open the response again

desk-conflict-title = Someone changed the response in the meantime
desk-conflict-lead = { $name }, { $moment }. Your text has not been saved, but it is below. Compare the two versions and save what should stand.
desk-conflict-theirs = Saved version: { $name }
desk-conflict-mine = Your version

desk-history-title = History
desk-history-received = received
desk-history-confirmed = address confirmed
desk-history-assigned = assigned
desk-history-saved = draft response saved
desk-history-submitted = sent for approval
desk-history-taken-back = taken back from approval
desk-history-approved = approved
desk-history-returned = sent back
desk-history-reopened = opened again
desk-history-released = released
desk-history-note = “{ $note }”

desk-error-disposition-missing = Choose a decision
desk-error-reason-missing = Write the reason
desk-error-text-change-missing = Say whether the text changes
desk-error-new-text-missing = Write the new text of the passage
desk-error-new-text-same = The new text is the same as the present one: change it, or say that the text stays as it is
desk-error-note-missing = Write what needs to be put right and why
desk-error-confirm-missing = Confirm that you have checked
desk-error-not-accepted-without-reason = Write why the comment is not accepted; the response cannot be saved without a reason
desk-error-new-text-too-long = Use at most { $max } characters for the new text
desk-error-note-too-long = Use at most { $max } characters for the note
desk-error-not-author = Only the person who wrote the response can take it back
desk-error-own-response = You cannot approve your own response; a second member does
desk-error-locked = The response cannot be changed in this state
desk-error-conflict = The response has changed in the meantime; look at what is new
desk-error-outdated-title = The response has changed in the meantime
desk-error-outdated-next = Your step was not carried out. Open the response again and look at where it stands now.
desk-error-note-long-title = The note is too long
desk-error-note-long-next = Shorten it and send it again. It is given back below.
desk-error-version-title = We do not know which version of the response you have before you
desk-error-version-next = Open the response again and repeat your step.
desk-error-window-open = The window for comments is still open
desk-error-withdrawn = The consultation has been withdrawn
desk-error-unanswered = { $count ->
    [one] { $count } comment has no approved response yet
   *[other] { $count } comments have no approved response yet
}
desk-error-already-released = The responses have already been released
desk-error-reason-too-long = Use at most { $max } characters for the reason

desk-release-title = Release of responses
desk-release-under-way = The release was begun and did not come to its end. Continue it here. Until it is finished the public sees nothing, and responses cannot be changed.
desk-release-goes-on = The release goes on by itself, even when you close this page. Until it is finished the public sees nothing, and responses cannot be changed.
desk-release-lead = All responses become public together. A release cannot be undone.
desk-release-what = What will be public
desk-release-what-done = What is public
desk-release-caption = Approved responses by decision
desk-release-comments = Comments
desk-release-check = Check
desk-release-closed = The window closed on { $deadline }
desk-release-open = The window is still open, it closes on { $deadline }
desk-release-blocked-new = { $count ->
    [one] { $count } comment has no response.
   *[other] { $count } comments have no response.
}
desk-release-blocked-drafted = { $count ->
    [one] { $count } response is being drafted.
   *[other] { $count } responses are being drafted.
}
desk-release-blocked-in-approval = { $count ->
    [one] { $count } response waits for approval.
   *[other] { $count } responses wait for approval.
}
desk-release-show = Show
desk-release-complete = Every comment has an approved response
desk-release-consequence = { $count ->
    [one] { $count } submitter will get the answer by email.
   *[other] { $count } submitters will get the answer by email.
}
desk-release-confirm = I have checked the responses and the figures.
desk-release-submit = { $count ->
    [one] Release { $count } response
   *[other] Release { $count } responses
}
desk-release-mailing = The emails to submitters are still being prepared; they go out by themselves.
desk-release-not-yet = Release will be possible once the window has closed and every response is approved.
desk-release-continue = Continue the release
desk-release-done-title = Released
desk-release-done = The responses are public. Released on { $moment }.
desk-inbox-many = { $count ->
    [one] More than { $count } comment matches.
   *[other] More than { $count } comments match.
}

desk-new-title = New consultation
desk-new-lead = A title and the first and last day are enough to start. Nothing is public yet.
desk-new-what = What you put to the public
desk-new-like = A similar consultation
desk-new-like-none = None
desk-new-submit = Create and go on
desk-new-later = What cannot be done later
desk-new-later-short = An open window cannot be shortened.
desk-new-later-extend = It can be extended, with a reason that is public.
desk-new-later-address = The address of the page stays as it is after the announcement.
desk-cancel = Cancel
desk-weeks-title = The window week by week
desk-weeks-month = Month
desk-weeks-weekday =
    { $weekday ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    }
desk-weeks-month-short =
    { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
desk-weeks-first = first day
desk-weeks-last = last day
desk-weeks-edge = first and last day
desk-weeks-in = in the window
desk-weeks-weekend = weekend
desk-weeks-holiday = holiday
desk-weeks-clock = clock changes
desk-plan-check = Calculate again
desk-plan-days =
    { $count ->
        [one] The window is { $count } day long.
       *[other] The window is { $count } days long.
    }
desk-plan-short = The shortest window without a reason is { $least } days.
desk-plan-span = From { $first }, 00:00, to { $last }, 24:00. Both days count in full.
desk-plan-work = Working days: { $working }, weekend days: { $weekend }, holidays on weekdays: { $holidays }.
desk-plan-clock = The clock changes: { $day }. By the calendar the window stays as long.
desk-plan-ends-free = The window ends on a day when offices are closed. The next working day: { $day }. It may stay so.
desk-difference-title = Differences
desk-difference-field = Field
desk-difference-before = Before
desk-difference-after = After
desk-workspace-title = Overview of the consultation
desk-workspace-gate = Needed before the announcement
desk-workspace-ready = Ready: { $part } of { $total }
desk-workspace-good = Good to have
desk-workspace-good-hint = Does not stop the announcement.
desk-workspace-gate-shut = It cannot be announced yet: the list says what is missing.
desk-workspace-not-now = This cannot be done in the present state of the consultation.
desk-gate-text = Text of the draft
desk-gate-reasons = Reasons and goals
desk-gate-window = Window
desk-gate-channels = Ways to comment
desk-gate-contact = Contact
desk-gate-privacy = Personal data
desk-gate-nothing = Nothing is written yet.
desk-gate-no-reason = The window is { $days } days long, the shortest without a reason is { $least }. Make it longer or write a reason, which will be public.
desk-gate-too-soon = Announced today, it opens in { $days } days. It has to be announced at least { $least } days before.
desk-gate-opened = The first day has come or is over. Choose a later one.
desk-gate-ready = Written.
desk-gate-window-ready =
    { $first }–{ $last }, { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
desk-gate-text-ready =
    { $count ->
        [one] { $count } section
       *[other] { $count } sections
    }
desk-gate-contact-ready =
    { $count ->
        [one] { $count } contact
       *[other] { $count } contacts
    }
desk-gate-missing = missing
desk-gate-done = ready
desk-good-empty = nothing yet
desk-good-group = Working group
desk-good-relations = Related strategies
desk-good-phases = Phases
desk-good-english = English text
desk-good-group-count = People entered: { $count }.
desk-good-relations-count = Entered: { $count }.
desk-good-phases-count = Entered: { $count }. Announcement, window and responses are in the timeline anyway.
desk-good-english-count =
    { $count ->
        [0] There is no English title. English pages say that the text is in Slovene.
       *[other] The title is translated.
    }
desk-announce-title = Announcement
desk-announce-not-yet = It cannot be announced yet.
desk-announce-missing = The list says what is missing.
desk-announce-then = Once all is there, this says what happens and when, and a button appears.
desk-announce-what = What happens when you press the button:
desk-announce-now = The page of the consultation becomes public at once, with the window, without the text of the draft.
desk-announce-now-early = The page of the consultation and the text of the draft become public at once.
desk-announce-opens = On { $moment } the draft and the form open. Nothing has to be pressed.
desk-announce-closes = On { $moment } the form closes.
desk-announce-notice =
    { $count ->
        [0] There are no subscribers yet, so nobody is told. A draft of a notice is prepared; you read it and send it when there are.
        [one] Nothing is sent by itself. A draft of a notice for { $count } subscriber is prepared; you read it and send it.
       *[other] Nothing is sent by itself. A draft of a notice for { $count } subscribers is prepared; you read it and send it.
    }
desk-announce-after = Once announced, the window can only be extended, with a reason.
desk-announce-submit = Announce the consultation
desk-extend-title = Extending the window
desk-extend-now = Until { $deadline }
desk-extend-lead = The new last day and the reason are public at once, in the ledger of the window.
desk-extend-submit = Extend the window
desk-withdraw-title = Withdrawing the consultation
desk-withdraw-lead = The form closes at once. What is public stays, with the reason. This cannot be undone.
desk-withdraw-submit = Withdraw the consultation
desk-delete-title = Deleting what was prepared
desk-delete-lead = Everything prepared is deleted, the text of the draft too. Nothing of it was public.
desk-delete-submit = Delete the consultation
desk-adopt-title = Adoption
desk-adopt-lead = Who adopted the text, when, and where it is. The record is public at once.
desk-adopt-correct = A correction: the record before stays visible, with your reason.
desk-adopt-submit = Record the adoption
desk-adopt-submit-correction = Record the correction
desk-changes-title = History of changes
desk-history-lead = What was changed in the workspace, by whom and when. Seen on the desk only.
desk-history-link = Who changed what
desk-history-empty = No changes yet.
desk-history-older = Older changes
desk-part-basics = Title, reasons and goals
desk-part-text = Text of the draft
desk-part-window = Window for comments
desk-part-channels = Ways to comment, contact, personal data
desk-part-group = Working group
desk-part-relations = Related strategies
desk-part-phases = Phases
desk-lead-basics = Everybody sees this on the page of the consultation. Changes of title and period after the announcement stay public.
desk-lead-text = Paste the text with headings. Headings become sections, paragraphs become places for comments.
desk-lead-window = Until it is announced, the window can be changed at will.
desk-lead-channels = All ways count the same and lead to the same register.
desk-lead-group = Functions are public. A name is public only where you say so.
desk-lead-relations = Related documents with periods of their own.
desk-lead-phases = Steps of the work that readers see in the timeline, beside announcement, window and responses.
desk-part-submit = Save
desk-part-more = Add rows
desk-part-locked = This is public and no longer changed here.
desk-part-changed = Somebody else changed this meanwhile. Both versions are below; save if yours is to count.
desk-theirs-title = What somebody else wrote
desk-theirs-lead = Your text stayed in the form. Copy what you need of theirs, then save.
desk-theirs-theirs = Saved now
desk-theirs-yours = Yours
desk-row-channels = Contact { $number }
desk-row-group = Person { $number }
desk-row-relations = Document { $number }
desk-row-phases = Phase { $number }
desk-text-how = How it is written
desk-field-title = Full title
desk-hint-title = As it will stand on the page and in the decision.
desk-field-short-title = Short title
desk-hint-short-title = For menus, email and the calendar.
desk-field-slug = Address of the page
desk-hint-slug = Lower-case letters, digits and hyphens. Stays as it is after the announcement.
desk-field-valid-from = The strategy is for the years from
desk-field-valid-to = to, inclusive
desk-field-summary = Summary
desk-hint-summary = A sentence or two below the title.
desk-field-purpose = Reasons and goals
desk-hint-purpose = Why the document and what it should achieve. An empty line begins a paragraph.
desk-field-target-groups = Who it is for
desk-field-draft-noun = What the draft is, in the Slovene genitive
desk-hint-draft-noun = For example: strategije, odloka, načrta.
desk-field-title-en = Title in English
desk-field-short-title-en = Short title in English
desk-field-summary-en = Summary in English
desk-field-purpose-en = Reasons and goals in English
desk-field-target-groups-en = Who it is for, in English
desk-field-text = Text
desk-field-letters = Length of the text, in characters
desk-field-hash = Fingerprint of the text (SHA-256)
desk-field-first-day = First day
desk-field-last-day = Last day
desk-field-new-last-day = New last day
desk-field-short-window-reason = Reason for a short window
desk-hint-short-window-reason = Needed when the window is shorter than the shortest. It is public.
desk-field-answers-on = Responses are promised by
desk-hint-answers-on = Public. Has to be after the last day.
desk-field-shows-draft-early = The draft can be read from the announcement on
desk-hint-shows-draft-early = Otherwise it opens on the first day of the window.
desk-field-channels-note = How else to comment
desk-hint-channels-note = By post, in person, at a round table: where and until when.
desk-field-privacy-note = What happens with personal data
desk-hint-privacy-note = What is published, who sees addresses, and when data are erased.
desk-field-contact-name = Person or function
desk-field-contact-email = Email
desk-field-contact-phone = Telephone
desk-field-contact-hours = When they can be reached
desk-field-appointing-act = Appointing act
desk-hint-appointing-act = For example: decision of the mayor and its day.
desk-field-member-role = Function
desk-field-member-name = Name
desk-field-member-public = The name is public
desk-field-relation-title = Title
desk-field-relation-period = Period
desk-field-relation-url = Link
desk-field-phase-title = Name of the phase
desk-field-phase-description = Description
desk-field-phase-starts-on = Begins
desk-field-phase-ends-on = Ends
desk-field-like = Take over from a consultation
desk-hint-like = Working group, ways, contacts and related documents are taken over. Window and draft are not.
desk-field-public-reason = Reason
desk-hint-public-reason = It is public.
desk-field-withdrawal = Reason for the withdrawal
desk-field-body = Adopted by
desk-field-session = Session
desk-field-adopted-on = Day of the adoption
desk-field-document-title = Name of the adopted document
desk-field-document-url = Link to the document
desk-fault-missing = The field is empty. Fill it in.
desk-fault-too-long = The text is too long. Most characters: { $max }.
desk-fault-no-day = This is not a day. Write it as 10. 4. 2022.
desk-fault-no-year = This is not a year. Write four digits, such as 2022.
desk-fault-ends-before = The end has to be after the beginning; a window only moves to a later day.
desk-fault-in-the-future = This day has not come yet.
desk-fault-no-link = This is not a link. It begins with https:// or http://.
desk-fault-no-slug = Use lower-case letters a to z, digits and hyphens. Some words are used by Posvet itself.
desk-fault-slug-taken = Another consultation has this address. Choose another one.
desk-fault-no-text = There is no text. Paste or write it.
desk-fault-no-heading = There is no heading, so there are no sections. Write # before the title of a section.
desk-fault-empty-section = Section { $number } is empty. Write its text or take it out.
desk-fault-no-such-time = In this time zone the day does not begin or end at midnight. Choose the one beside it.
desk-start-new = New consultation
desk-authority-title = Settings
desk-authority-lead = The address ({ $slug }) and the beginning of reference numbers ({ $prefix }) stay: they are in links and on letters.
desk-field-authority-name = Full name
desk-field-authority-short-name = Short name
desk-field-department = Department that runs consultations
desk-field-authority-email = Public email address
desk-hint-authority-email = Replies to notices go there.
desk-field-authority-phone = Telephone
desk-field-postal-address = Postal address
desk-field-time-zone = Time zone
desk-hint-time-zone = As IANA knows it, such as Europe/Ljubljana. Days of windows are days in it.
desk-field-shortest-window = Shortest window without a reason, in days
desk-hint-shortest-window = A shorter one needs a reason, which is public.
desk-announced-before = Announcement before the first day, in days
desk-announced-before-hint = It cannot be announced later. 0: it can be announced on the first day too.
desk-field-announced-before = Strategies and programmes
desk-field-announced-before-regulation = Ordinances and other rules
desk-field-announced-before-spatial = Spatial plans
desk-field-procedure = Kind of procedure
desk-hint-procedure = It decides how many days before the window the consultation has to be announced.
desk-procedure-strategy = Strategy or programme
desk-procedure-regulation = Ordinance or other rules
desk-procedure-spatial = Spatial plan
desk-fault-no-days = Write a number of days from 0 to { $most }.
desk-fault-no-zone = There is no such time zone. For example: Europe/Ljubljana.
desk-fault-too-many = There are too many. At most { $most }.
desk-text-example =
    # Uvod

    Text of the first paragraph.

    # Brezdomstvo

    ## Where we are today

    Text.

    ## Key goal: A shelter all winter

    The shelter is open from October to April.

    - Indicator: number of nights
    - Holder: municipality
    - Deadline: 2025

desk-field-second-factor = Everybody signs in with a password and a code
desk-hint-second-factor = Whoever has no second factor yet must set it before going on with their work. So must you.

desk-part-events = Events
desk-lead-events = Workshops, round tables, hearings, sessions. They are public with the announcement, in the calendar as well.
desk-row-events = Event { $number }
desk-part-documents = Related documents
desk-lead-documents = What the draft is based on or goes with: links and files.
desk-row-documents = Document { $number }
desk-good-events = Events
desk-good-events-count = { $count ->
    [0] workshops, hearings, sessions
    [one] { $count } event
   *[other] { $count } events
}
desk-good-documents = Related documents
desk-good-documents-count = { $count ->
    [0] analyses, reports, decisions
    [one] { $count } document
   *[other] { $count } documents
}
desk-field-preparing-body = Who prepares the draft
desk-hint-preparing-body = If another body prepares it for you, such as a development agency. It is public beside your name.
desk-field-event-title = What
desk-field-event-starts-at = Start
desk-field-event-ends-at = End
desk-field-event-place = Where
desk-field-event-url = Link
desk-field-event-description = Description
desk-field-event-minutes = Minutes
desk-hint-event-minutes = What happened. Write it after the event.
desk-field-related-title = Title of the document
desk-field-related-url = Link to the document
desk-fault-no-time = Enter a day and an hour, such as 10. 4. 2022, 17.00.

desk-field-announce-at = Announce at a set time
desk-hint-announce-at = Empty: now. Otherwise a day and an hour before the opening, by your authority's clock.
desk-fault-not-between = Choose a time after now and before the consultation opens.
desk-announce-set = Announcement: { $moment }
desk-announce-set-lead = Until then the consultation is not public. Window and page address do not change any more; to correct them, take the announcement back.
desk-announce-take-back = Take announcement back
desk-preview-title = Preview for others
desk-preview-lead = A link shows the draft to somebody without an account, such as councillors. It works for 14 days and can be revoked.
desk-preview-until = works until { $until }
desk-preview-revoke = Revoke link
desk-preview-submit = Make a link
desk-field-preview-label = For whom
desk-hint-preview-label = So that you know whom you gave it to. Others do not see this.
desk-notice-announced-subject = A public consultation is announced: { $title }
desk-notice-announced-body = Hello,

    we have prepared a draft: { $title }. You can comment from { $opening } until { $deadline }.

    Thank you for taking part.
desk-notice-extended-subject = Deadline extended: { $title }
desk-notice-extended-body = Hello,

    we have extended the deadline for comments: { $title }. You can comment until { $deadline }.

    Thank you for taking part.

desk-field-main-colour = Main colour
desk-hint-main-colour = Six digits, such as #1a5f4b. Empty: the colour of Posvet.
desk-fault-no-colour = Enter a colour as six digits, such as #1a5f4b.
desk-fault-low-contrast = The colour is too light: its contrast to white is { $measured }, at least { $least } is needed. Choose a darker one.
desk-authority-more = More
desk-texts-title = Standing texts
desk-texts-lead = You can show your own texts in the place of Posvet's. An empty field gives Posvet's text back. They are written in Markdown.
desk-field-text-sl = In Slovene
desk-field-text-en = In English

desk-outage-title = Record an outage of the site
desk-outage-lead = The entry is public in the ledger of the window. We propose an extension; you decide.
desk-outage-submit = Record outage
desk-field-outage-from = From
desk-field-outage-until = Until
desk-field-outage-reason = What happened
desk-hint-outage-reason = Public, for example: a broken server.
desk-fault-outside-window = The outage has to begin while the consultation is open.
desk-extend-outage = { $count ->
    [one] For the outage we propose { $count } more day.
   *[other] For the outage we propose { $count } more days.
}

desk-field-english = Pages in English as well
desk-hint-english = Without this, English pages are not offered to visitors and search engines.
desk-logo-title = Coat of arms or logo
desk-field-logo-text = What the picture shows
desk-hint-logo-text = For people who do not see it. For example: Grb Mestne občine Kranj.
desk-field-logo-text-en = What the picture shows, in English
desk-logo-file = Picture
desk-logo-other = Another picture
desk-logo-file-hint = PNG, JPEG or WebP. It is made to fit 640 × 160 pixels.
desk-logo-submit = Save logo
desk-logo-remove = Remove logo
desk-lead-text-adopted = The adopted text. Change it to what was adopted and save: it is published as a new revision. Comments stay with the paragraphs they were made on.
desk-adopt-text = Enter the adopted text
desk-bring-title = Add a file
desk-bring-minutes-title = Add minutes as a file
desk-field-upload-event = Event
desk-minutes-is-file = Minutes as a file
desk-minutes-is-file-hint = Remove the tick and save to remove the file.
desk-bring-submit = Upload file
desk-field-upload-file = File
desk-hint-upload-file = PDF, DOCX or XLSX without macros, or a PNG, JPEG or WebP picture. Data about place and camera are removed from pictures.
desk-field-related-file = File
desk-document-is-file = An uploaded file. Empty the title to remove it.
desk-fault-file-too-large = The file is too large: { $megabytes } MB at most.
desk-fault-other-file = A file of this kind cannot be taken here. What counts is what is in it, not its name.
desk-fault-no-picture = This is no PNG, JPEG or WebP picture. What counts is what is in it, not its name.
desk-fault-broken-picture = The picture cannot be read. Open it in a program for pictures and save it again.
desk-fault-too-many-pixels = The picture has too many pixels. Make it smaller, about 20 million pixels at most.
desk-fault-file-with-macros = The document has macros. Save it without them.
desk-fault-files-away = The file cannot be kept now. Try again in a few minutes.
