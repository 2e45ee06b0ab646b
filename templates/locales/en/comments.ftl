### Submissions and comments: the form, its receipt, following it.

comments-form-title = Your comment
comments-form-crumb = Comment
comments-form-lead = You need no account. You can submit until { $deadline }.
comments-form-place = What it is about
comments-form-revision = revision { $number } of { $day }
comments-form-back = Back to the text
comments-form-submit = Submit comment
comments-form-after = You get an email with a link to confirm. If you submit now, confirm until { $deadline }. What counts is when you submit, not when you confirm.
comments-form-our-fault = There is nothing for you to correct: your comment is still on this page, just as you wrote it. Press “{ $button }” again in a minute.

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
comments-field-email = Email address
comments-field-email-hint = For the confirmation, the receipt and the answer. Never published.

comments-privacy-title = What happens to your data
comments-privacy-text = The text of your comment becomes public with the responses and stays in the register.
comments-privacy-person = Your name, unless you publish it, and your email address are seen only by those who run the consultation.
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
comments-error-email-same = We have already sent the email to this address
comments-error-key-used = You have already submitted from this form, with something else in it. To submit this too, press the button again. We consider only what you confirm
comments-error-too-long = Use at most { $most } characters

comments-channel-web = web
comments-channel-by-web = by web
comments-channel-email = email
comments-channel-by-email = by email
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
comments-tracking-lead-waiting = Your comment has been received. Confirm it with the link in the email until { $deadline }.
comments-tracking-lead-expired = Your comment has been received, but it was not confirmed until { $deadline }. It is not counted and not considered.
comments-tracking-lead-confirmed = Your comment has been received and confirmed. Keep this receipt or print it.
comments-tracking-lead-released = The working group has answered. The decision and its reason are with the comment.
comments-tracking-confirm-title = Confirm your email address
comments-tracking-confirm-lead = Until you open it and press the button, the submission is not counted or considered. What counts is when you submitted, not when you confirm.

comments-address-sent-to = We have sent the link to
comments-address-again-lead = No email? Look among the spam, too.
comments-address-again-submit = Send it again
comments-address-correct-summary = The address is wrong
comments-address-correct = The right email address
comments-address-correct-hint = You can correct it once. The links in the first email and the address of this page are then no longer valid.
comments-address-correct-submit = Correct and send

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
comments-tracking-is-expired = the time to confirm the address has passed
comments-tracking-state-unconfirmed = waits for your confirmation
comments-tracking-state-expired = not confirmed, not considered
comments-tracking-state-received = received, the working group will consider it
comments-tracking-state-in-work = the working group is preparing its response
comments-tracking-state-released = the response is public
comments-tracking-next-title = What comes next
comments-tracking-next-confirm = Open the email and confirm your submission.
comments-tracking-next-answer = The working group answers every comment.
comments-tracking-next-answer-by = The working group answers every comment, expected by { $day }.
comments-tracking-next-release = When the responses are released, we send you the answer.
comments-tracking-back = Back to the consultation
comments-tracking-private = Only you know the address of this page. Whoever has it can see your submission.

comments-confirm-title = Confirm your submission
comments-confirm-lead = We received the submission on { $moment }. With this click you confirm that it is yours.
comments-confirm-until = You can do so until { $deadline }.
comments-confirm-submit = Confirm submission
comments-confirm-tracking = See your submission
comments-confirm-done-title = Your submission is confirmed
comments-confirm-done-lead = Thank you. The working group will consider your comment.
comments-confirm-expired-title = This link is no longer valid
comments-confirm-expired-lead = The time to confirm has passed. Write to us if you want the submission to be considered nevertheless.

comments-outcome-title = Response of the working group:
comments-outcome-change = Change of the text
comments-outcome-unchanged = The text stays as it is
