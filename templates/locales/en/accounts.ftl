### Signing in and people.

accounts-sign-in-title = Sign in
accounts-sign-in-lead = For members of working groups and coordinators. You need no account to comment.
accounts-sign-in-submit = Sign in
accounts-sign-in-help = If you cannot sign in, ask the administrator of your authority.
accounts-sign-in-demo-title = Accounts to try
accounts-sign-in-demo-password = All of them use the password

accounts-people-title = People and roles
accounts-people-list = Who works on consultations
accounts-people-roles = Roles
accounts-people-me = (you)
accounts-people-add = Add a person
accounts-people-password = First password
accounts-people-password-hint = At least 12 characters. Tell it to the person yourself.
accounts-people-submit = Add person

accounts-field-name = Name
accounts-field-email = Email address
accounts-field-password = Password
accounts-field-role = Role

accounts-role-administrator = administrator
accounts-role-administrator-can = manages people and roles
accounts-role-coordinator = coordinator
accounts-role-coordinator-can = runs the consultation, sends notices, releases responses
accounts-role-reviewer = member of the working group
accounts-role-reviewer-can = writes and approves responses

accounts-error-credentials = The email address and the password do not match
accounts-error-name-missing = Enter a name
accounts-error-name-too-long = Use at most { $max } characters for the name
accounts-error-role-missing = Choose a role
accounts-error-password-missing = Enter a password
accounts-error-password-common = This password is too common; choose another
accounts-error-password-long = Use at most { $most } characters for the password
accounts-error-has-role = The person already has this role
accounts-error-disabled = The account with this address is disabled
accounts-error-throttled = { $minutes ->
    [one] Too many tries. Try again in { $minutes } minute
   *[other] Too many tries. Try again in { $minutes } minutes
}
accounts-error-password-short = Use at least { $min } characters for the password

accounts-set-up-title = First settings
accounts-set-up-lead = This page opens only once: it makes the first authority and the first person who can sign in.
accounts-set-up-authority = Who puts drafts to the public
accounts-set-up-you = You
accounts-set-up-name = Full name
accounts-set-up-name-hint = As it stands in official letters.
accounts-set-up-short-name = Short name
accounts-set-up-short-name-hint = As it stands in a sentence, for example: Kranj.
accounts-set-up-contact = Public email address
accounts-set-up-contact-hint = Replies to notices go there.
accounts-set-up-slug = Part of the address of pages
accounts-set-up-slug-hint = Lower-case letters and hyphens, such as kranj. Empty: made of the short name.
accounts-set-up-prefix = Beginning of reference numbers
accounts-set-up-prefix-hint = Such as KRANJ: submissions are then KRANJ-2026-0001. Empty: made of the address.
accounts-set-up-email-hint = You sign in with it. The first message goes there, so that you see whether email works.
accounts-set-up-password-hint = At least 12 characters. It can be a sentence.
accounts-set-up-coordinates = I also run consultations
accounts-set-up-coordinates-hint = Otherwise you can only add people and roles.
accounts-set-up-submit = Create
accounts-error-empty = The field is empty. Fill it in.
accounts-error-slug = Use up to 40 lower-case letters a to z, digits and hyphens. Some words are used by Posvet itself.
accounts-error-prefix = Use up to 20 letters a to z, digits and hyphens.
