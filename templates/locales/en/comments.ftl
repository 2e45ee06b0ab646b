### Submissions, comments, the public register.

comments-form-title = Your comment
comments-form-crumb = Comment
comments-form-lead = You need no account. You can submit until { $deadline }.
comments-form-place = What it is about
comments-form-revision = revision { $number } of { $day }
comments-form-back = Back to the text
comments-form-submit = Submit comment
comments-form-after = You get a mail with a link to confirm. What counts is when you submit, not when you confirm.

comments-field-kind = Kind of comment

comments-kind-general = General
comments-kind-general-hint = on direction or purpose
comments-kind-content = Content
comments-kind-content-hint = on a goal, a measure, a figure or a date
comments-kind-wording = Wording
comments-kind-wording-hint = on an expression or a mistake

comments-field-body = Comment
comments-field-body-hint = What is wrong or missing, and why. Do not write about the health or troubles of people who can be recognised.
comments-field-proposed-text = Proposed wording
comments-field-proposed-text-hint = Write the passage as it should read.
comments-field-submitter-kind = Who submits

comments-submitter-individual = An individual
comments-submitter-organisation = An organisation
comments-submitter-organisation-hint = its name is always public
comments-submitter-short-individual = individual
comments-submitter-short-organisation = organisation
comments-submitter-unnamed = submitter whose name is not published

comments-field-organisation = Name of the organisation
comments-field-organisation-hint = Only if an organisation submits.
comments-field-name = Your name
comments-field-name-hint = For an organisation, the person who submits; their name is not published.
comments-field-publish-name = Publish my name with the comment
comments-field-publish-name-hint = otherwise it says “submitter whose name is not published”
comments-field-email = Mail address
comments-field-email-hint = For the confirmation, the receipt and the answer. Never published.

comments-privacy-title = What happens to your data
comments-privacy-text = The text of your comment becomes public with the responses and stays in the register.
comments-privacy-person = Your name, unless you publish it, and your mail address are seen only by those who run the consultation.
comments-privacy-more = More:

comments-closed-title = The window for comments has closed
comments-closed-lead = It closed on { $deadline }. We could not accept this submission.
comments-closed-not-open-title = The consultation is not open yet
comments-closed-not-open-lead = It opens on { $opening }.
comments-closed-typed = We give you back the whole text. Copy it if you want to send it another way.
comments-closed-back = Back to the consultation
comments-closed-contact = If you began in time and an error held you up, write to us:

comments-error-kind = Choose the kind of comment
comments-error-body = Write your comment
comments-error-submitter-kind = Choose who submits
comments-error-name = Enter your name
comments-error-organisation = Enter the name of the organisation
comments-error-email = Write the mail address like name@example.org
comments-error-key-used = Another text has already been submitted from this form. To submit this one too, press the button again
comments-error-unavailable = We cannot save at the moment. Your text is kept; press the button again in a minute
comments-error-too-long = Use at most { $most } characters

comments-channel-web = web
comments-channel-by-web = by web
comments-channel-email = mail
comments-channel-by-email = by mail
comments-channel-post = post
comments-channel-by-post = by post
comments-channel-in-person = in person
comments-channel-by-in-person = in person
comments-channel-hearing = hearing
comments-channel-by-hearing = at a hearing
comments-channel-import = import
comments-channel-by-import = by import

comments-tracking-over = Submission
comments-tracking-over-new = Receipt
comments-tracking-lead-waiting = Your comment has been received. Confirm it with the link in the mail.
comments-tracking-lead-confirmed = Your comment has been received and confirmed. Keep this receipt or print it.
comments-tracking-lead-released = The working group has answered. The decision and its reason are with the comment.
comments-tracking-confirm-title = Confirm your mail address
comments-tracking-confirm-lead = We have sent you a link. Until you open it, the submission is not counted or considered. What counts is when you submitted, not when you confirm.
comments-tracking-received-title = What we received
comments-tracking-consultation = Consultation
comments-tracking-received = Received
comments-tracking-in-time = in time
comments-tracking-late = late
comments-tracking-channel = Channel
comments-tracking-submitter = Submitter
comments-tracking-organisation = organisation { $name }, name public
comments-tracking-named = { $name }, name will be published
comments-tracking-unnamed = individual, name not published
comments-tracking-confirmation = Confirmation
comments-tracking-is-confirmed = address confirmed
comments-tracking-is-waiting = waits for the address to be confirmed
comments-tracking-state-unconfirmed = waits for your confirmation
comments-tracking-state-received = received, the working group will consider it
comments-tracking-state-in-work = the working group is preparing its response
comments-tracking-state-released = the response is public
comments-tracking-next-title = What comes next
comments-tracking-next-confirm = Open the mail and confirm your submission.
comments-tracking-next-answer = The working group answers every comment.
comments-tracking-next-answer-by = The working group answers every comment, expected by { $day }.
comments-tracking-next-release = When the responses are released, we send you the answer.
comments-tracking-back = Back to the consultation
comments-tracking-private = Only you know the address of this page. Whoever has it can see your submission.

comments-confirm-title = Confirm your submission
comments-confirm-lead = We received the submission on { $moment }. With this click you confirm that it is yours.
comments-confirm-submit = Confirm submission
comments-confirm-tracking = See your submission
comments-confirm-done-title = Your submission is confirmed
comments-confirm-done-lead = Thank you. The working group will consider your comment.
comments-confirm-expired-title = This link is no longer valid
comments-confirm-expired-lead = The time to confirm has passed. Write to us if you want the submission to be considered nevertheless.

comments-outcome-title = Response of the working group:
comments-outcome-change = Change of the text
comments-outcome-unchanged = The text stays as it is

comments-register-title = Register of comments and responses
comments-register-lead = All we received, what we decided and why. Published on { $day }.
comments-register-lead-waiting = Comments and responses are published together. Until then only figures are public.
comments-register-lead-waiting-by = Comments and responses are published together, expected by { $day }. Until then only figures are public.

comments-figures-title = Figures
comments-figures-received = { $count ->
    [one] comment received
   *[other] comments received
}
comments-figures-accepted = accepted
comments-figures-accepted-in-part = accepted in part
comments-figures-not-accepted = not accepted
comments-figures-noted = noted
comments-figures-out-of-scope = out of scope
comments-figures-waiting = waiting for a response
comments-figures-waiting-short = Waiting
comments-figures-late = { $count ->
    [one] { $count } comment came late and is not counted.
   *[other] { $count } comments came late and are not counted.
}
comments-figures-unconfirmed = { $count ->
    [one] { $count } submission waits for its address to be confirmed and is not counted.
   *[other] { $count } submissions wait for their address to be confirmed and are not counted.
}

comments-chart-title = Decisions by section
comments-chart-title-waiting = Comments by section
comments-chart-caption = Number of comments by section and decision
comments-chart-section = Section
comments-chart-comments = Comments
comments-chart-outcomes = Decisions

comments-table-summary = The same figures as a table
comments-table-caption = Table of decisions by section
comments-table-total = Total

comments-pairs-title = Comments and responses
comments-pairs-matching = { $count ->
    [one] { $count } comment matches.
   *[other] { $count } comments match.
}
comments-pairs-shown = { $count ->
    [one] { $count } is shown.
   *[other] { $count } are shown.
}
comments-pairs-comment = Comment
comments-pairs-response = Response of the working group

comments-filter-label = Filters of the register
comments-filter-q = Search
comments-filter-disposition = Decision
comments-filter-submitter = Submitter
comments-filter-all-sections = All sections
comments-filter-all-dispositions = All
comments-filter-all-submitters = All
comments-filter-individuals = Individuals
comments-filter-organisations = Organisations
comments-filter-submit = Show
comments-filter-clear = Clear

comments-pages-label = Pages of the register
comments-pages-first = First page
comments-pages-next = Next
