### Subscribers: subscribing, confirming, leaving.

subscribers-subscribe-box-title = Keep me informed
subscribers-subscribe-box-lead = When a consultation opens, is about to close or ends. Nothing else.
subscribers-subscribe-box-link = Subscribe to notices
subscribers-subscribe-title = Subscribe to notices
subscribers-subscribe-lead = We write only when a consultation opens, is about to close or ends.
subscribers-subscribe-submit = Subscribe
subscribers-subscribe-after = We will send you a link to confirm. You can leave with one click.
subscribers-subscribe-done-title = Check your email
subscribers-subscribe-done-lead = We have sent you an email with a link. You will get notices only after you open it and confirm.
subscribers-subscribe-done-help = If the email has not come in a few minutes, look in your spam folder and check the address.

subscribers-confirm-title = Confirm your subscription
subscribers-confirm-lead = With this click you confirm that you want notices at this address.
subscribers-confirm-submit = Confirm subscription
subscribers-confirm-done-title = Your subscription is confirmed
subscribers-confirm-done-lead = You will get notices at your email address.
subscribers-confirm-expired-title = This link is no longer valid
subscribers-confirm-expired-lead = Subscribe again and we will send you a new link.

subscribers-unsubscribe-title = Unsubscribe
subscribers-unsubscribe-lead = One click and you are off the list. We need nothing else.
subscribers-unsubscribe-submit = Unsubscribe
subscribers-unsubscribe-link = Unsubscribe
subscribers-unsubscribe-done-title = You are unsubscribed
subscribers-unsubscribe-done-lead = You will get no more notices. You will still get the answer to a submission of yours.

subscribers-field-scope = Which consultations

subscribers-scope-consultation = Only { $title }
subscribers-scope-authority = All consultations of { $name }

subscribers-field-email = Email address
subscribers-field-email-hint = Used for notices only. Never published.

subscribers-error-scope-missing = Choose what you want notices on
subscribers-error-form-expired = The form was open for too long; submit it once more
