### The frame of every page, errors and standing texts.

http-site-name = Posvet

http-skip = Skip to content

http-nav-label = Main menu
http-nav-home = Consultations
http-nav-consultations = Public consultations
http-nav-register = Register of comments
http-nav-switch = Slovenščina

http-crumbs = Breadcrumbs

http-footer-staff = Sign in for the working group
http-footer-no-tracking = These pages load nothing from other servers and do not track visitors.
http-footer-demo = This is a demonstration: emails stay here.
http-footer-mailbox = Open the mailbox
http-footer-desk = The desk shows only what your role allows.
http-footer-signed-in = Signed in as { $name }
http-footer-sign-out = Sign out

http-desk-name = Desk
http-desk-consultations = My consultations
http-desk-overview = Overview
http-desk-comments = Comments
http-desk-notices = Notices
http-desk-release = Release
http-desk-public = Public page

http-field-optional = (optional)
http-field-most = At most { $most } characters.

http-errors-title = Something needs to be put right
http-errors-lead = { $count ->
    [one] What you typed is kept. Correct { $count } thing:
   *[other] What you typed is kept. Correct { $count } things:
}
http-errors-prefix = Error:

http-flash-address-corrected = The address is corrected and the email is on its way. The address of this page is new; keep it.
http-flash-just-sent = The email was sent a moment ago. If it does not arrive, try again in a few minutes.
http-flash-sent-again = The email with the link is on its way again.
http-flash-saved = Saved.
http-flash-submitted = The response waits for the approval of a second member.
http-flash-approved = The response is approved.
http-flash-returned = The response has been sent back.
http-flash-taken-back = The response is taken back. Put it right and send it again.
http-flash-reopened = The response is open again.
http-flash-released = The responses are public.
http-flash-releasing = The release has begun and goes on.
http-flash-job-cancelled = The work is being ended.
http-flash-back = Back to { $name }
http-flash-tested = The test email is on its way to you.
http-flash-sent = The notice is confirmed and being sent.
http-flash-confirmed = Your submission is confirmed. Thank you.
http-flash-signed-out = You are signed out.

http-error-code = Error { $status }
http-error-back = Back
http-error-home = All consultations

http-typed-body = Text
http-typed-proposed-text = Proposed wording
http-typed-subject = Subject
http-typed-reason = Reason
http-typed-new-text = New text of the passage
http-typed-note = Note to the working group

http-error-typed-title = Your text
http-error-typed-lead = It has not been saved. Copy it before you leave this page.
http-error-request-id = Request number for the operator:
http-error-bad-request-title = We do not understand the request
http-error-bad-request-next = Go back to the previous page and try again.
http-error-signed-out-title = You have been signed out
http-error-signed-out-next = Sign in again. What you wrote is given back below.
http-error-again-lead = What you typed is not lost. It is saved as soon as you have signed in again.
http-error-again-sign-in = Sign in in a new tab
http-error-again-return = Come back to this page and send what you typed.
http-error-again-submit = Send what I typed
http-error-too-slow-title = Sending took too long
http-error-too-slow-next = Check your connection and send it again.
http-error-not-found-title = There is no such page
http-error-not-found-next = The address may be mistyped, or the page has been removed. Start from the list of consultations.
http-error-too-large-title = The text is too long
http-error-too-large-next = Shorten it and send it again.
http-error-too-many-title = Too many tries in a short time
http-error-too-many-next = Wait a few minutes and try again.
http-error-cross-site-title = The request came from another site
http-error-cross-site-next = For your safety we did not carry it out. Open the form on this site and send it again.
http-error-unavailable-title = We cannot do this at the moment
http-error-unavailable-next = The fault is ours, and there is nothing for you to correct. Try again in a minute.
http-error-internal-title = Something went wrong on our side
http-error-internal-next = We have recorded the error. Try again; if it happens again, write to us with the request number.

http-static-how-title = How a consultation works
http-static-privacy-title = Privacy
http-static-accessibility-title = Accessibility statement

http-how-lead = You read the draft, you comment on a passage, and the working group answers with a decision and a reason.
http-how-read = The draft is divided into sections and numbered paragraphs. You can read it without an account.
http-how-comment = You comment on a paragraph, a goal, a section or the whole draft. You may also propose new wording.
http-how-confirm = You get an email with a link that confirms your submission and a link to follow it.
http-how-answer = The working group decides on every comment. A second member approves each response before it is published.
http-how-release = All responses are published together in the register of comments. You also get an email about your comment.
http-how-outcomes-title = Possible decisions
http-how-outcomes-lead = A decision is one of five. Each comes with a reason.
http-how-accepted = the proposal has been taken into the text.
http-how-accepted-in-part = part of it has been taken in; we say which and why.
http-how-not-accepted = the text stays as it is; the reason is public.
http-how-noted = the comment proposes no change; we have taken note of it.
http-how-out-of-scope = the comment is about something the draft does not deal with.
http-how-time-title = Deadline and other ways
http-how-time = What counts is the moment we received your submission, not the moment you confirm it. A window is never shortened; an extension is recorded in its ledger with a reason.
http-how-channels = Comments by post, by email, in person or at a hearing count the same as those made here and are in the same register.

http-privacy-lead = We collect only what we need to consider your comment and to answer you.
http-privacy-public-title = What is public
http-privacy-public-text = The text of your comment and the response of the working group, once the responses are released. Until then only the number of comments is public.
http-privacy-public-organisation = The name of an organisation that makes a submission.
http-privacy-public-individual = The name of an individual only if they choose so.
http-privacy-private-title = What is not public
http-privacy-private = Your email address, and a name you have not published, never appear on a page, in an export or in a log. Only those who run the consultation can see them.
http-privacy-notices-title = Notices
http-privacy-notices = You get a receipt and an answer about your submission. Notices on other consultations are a separate subscription that you confirm and can end with one click.
http-privacy-cookies-title = Cookies
http-privacy-cookies = Public pages use no cookies. Only members of the working group get one, to stay signed in.
http-privacy-rights-title = Your rights
http-privacy-rights = You may ask to see, correct or erase your data. The public text of your comment stays in the register without them.

http-accessibility-lead = We aim for these pages to meet WCAG 2.2, level AA.
http-accessibility-keyboard = Everything can be done with a keyboard and with a screen reader.
http-accessibility-scripts = The pages work without scripts.
http-accessibility-colour = States are always written in words, never shown by colour alone.
http-accessibility-zoom = Text can be enlarged to 400 per cent; light and dark follow the setting of your device.
http-accessibility-limits-title = Known limits
http-accessibility-limits = Documents prepared by others may not be fully accessible. We will send another format on request.
http-accessibility-report-title = Tell us about a problem
http-accessibility-report = If there is something you cannot read or do, write to us. We will help and remove the barrier.
http-accessibility-supervision-title = Who supervises
http-accessibility-supervision = If the answer does not satisfy you, turn to the inspectorate responsible for the information society. Supervision is governed by the Slovene act on the accessibility of websites and mobile applications (ZDSMA).
http-accessibility-made-title = How and when this statement was made
http-accessibility-made = This statement is of { $day }. It rests on self-assessment: every page is checked by a program, axe, and commenting and the work of the working group are tried with the keyboard alone.

http-address-missing = Enter an email address
http-address-no-at = The email address needs an @ sign, for example name@example.org
http-address-no-name = The email address needs something before the @ sign, for example name@example.org
http-address-no-domain = The email address needs a domain after the @ sign, for example name@example.org
http-address-several = Enter one email address only
http-address-space = The email address must not contain a space
http-address-sign = We cannot write to an email address with the sign { $sign }; check it or enter another one
http-address-letter = We cannot write to an email address with the letter { $letter } before the @ sign; check it or enter another one
http-address-dots = Before the @ sign of an email address a dot must not come first, last or twice in a row
http-address-literal = Enter a domain after the @ sign instead of the number of a server, for example name@example.org
http-address-no-ending = The domain of the email address needs an ending, for example .org
http-address-domain = The domain after the @ sign cannot exist; check that it is copied correctly
http-address-too-long = The email address is too long
http-flash-created = The consultation has been created. Nothing is public yet.
http-flash-saved-part = The changes are saved.
http-flash-announced = The consultation is announced and public. A draft of the notice to subscribers waits among the notices.
http-flash-extended = The window is extended, the reason is in the public ledger. A draft of the notice to subscribers waits among the notices.
http-flash-withdrawn = The consultation is withdrawn, the reason is public.
http-flash-adopted = The adoption is recorded and public.
http-flash-deleted = The consultation is deleted.
http-flash-set-up = All set. We have sent you a message: if it is not there within minutes, email does not work. Sign in.
http-flash-invited = The invitation was sent.
http-flash-invited-again = The invitation was sent again. It works for seven days from today.
http-flash-invitation-revoked = The invitation was revoked.
http-flash-invitation-over = This invitation was accepted or revoked already.
http-flash-invitation-accepted = You accepted the invitation. Sign in.
http-flash-roles-saved = The roles are saved.
http-flash-roles-ended = The person has no more roles in this authority.
http-flash-person-disabled = The account is disabled and signed out everywhere.
http-flash-person-enabled = The account is enabled.
http-flash-second-factor-reset = The second factor was removed. We told the person.
http-flash-second-factor-removed = The second factor was removed.
http-flash-second-factor-owed = Your authority requires a second factor. Set it, then you can go on.
http-flash-password-set = The password is set. Sign in with it.
http-flash-password-changed = The password was changed, other devices are signed out.
http-flash-address-asked = We sent a link to the new address. It works for one day.
http-flash-address-changed = The address was changed. Sign in with it.
http-flash-session-ended = The device is signed out.
http-flash-sessions-ended = All other devices are signed out.
http-error-link-over-title = The link does not work any more
http-error-link-over-next = It was used already, or it has expired. Ask for a new one.
http-error-second-factor-title = Set your second factor first
http-error-second-factor-next = Your authority requires it. What you wrote is below.
http-error-address-taken-title = Somebody else signs in with this address
http-error-address-taken-next = The address of the account stayed as it was.
http-flash-announcement-set = The time of the announcement is set. Until then the consultation is not public.
http-flash-announcement-taken-back = The announcement was taken back. Nobody saw anything.
http-flash-preview-made = The link was made.
http-flash-preview-revoked = The link was revoked.
http-flash-authority-made = The authority was made. Complete what is missing, and invite people.
http-flash-outage-recorded = The outage is in the public ledger. Below you can extend the window.
