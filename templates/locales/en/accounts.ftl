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
