//! Who may do what: roles in an authority, and roles in one consultation of it.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::accounts::domain::Member;
use crate::db::schema::{
    authorities, consultation_roles, consultations, memberships, second_factors, staff,
};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::alphabet;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AuthorityId, ConsultationId, StaffId};
use crate::kernel::role::Role;

/// Gives a person a role in an authority.
pub(in crate::accounts) fn insert_membership(
    connection: &mut DbConnection,
    staff_id: StaffId,
    authority_id: AuthorityId,
    role: Role,
    now: Instant,
) -> StoreResult<()> {
    diesel::insert_into(memberships::table)
        .values((
            memberships::staff_id.eq(staff_id),
            memberships::authority_id.eq(authority_id),
            memberships::role.eq(role),
            memberships::created_at.eq(now),
        ))
        .execute(connection)?;
    Ok(())
}

/// Takes a role in an authority from a person.
pub(in crate::accounts) fn delete_membership(
    connection: &mut DbConnection,
    staff_id: StaffId,
    authority_id: AuthorityId,
    role: Role,
) -> StoreResult<()> {
    diesel::delete(memberships::table.find((staff_id, authority_id, role))).execute(connection)?;
    Ok(())
}

/// Gives a person a role in one consultation. `false` when they had it.
pub(in crate::accounts) fn insert_consultation_role(
    connection: &mut DbConnection,
    staff_id: StaffId,
    consultation_id: ConsultationId,
    role: Role,
    now: Instant,
) -> StoreResult<bool> {
    let held = consultation_roles::table.find((staff_id, consultation_id, role));
    if diesel::select(exists(held)).get_result(connection)? {
        return Ok(false);
    }
    diesel::insert_into(consultation_roles::table)
        .values((
            consultation_roles::staff_id.eq(staff_id),
            consultation_roles::consultation_id.eq(consultation_id),
            consultation_roles::role.eq(role),
            consultation_roles::created_at.eq(now),
        ))
        .execute(connection)?;
    Ok(true)
}

/// Takes a role in one consultation from a person.
pub(in crate::accounts) fn delete_consultation_role(
    connection: &mut DbConnection,
    staff_id: StaffId,
    consultation_id: ConsultationId,
    role: Role,
) -> StoreResult<()> {
    diesel::delete(consultation_roles::table.find((staff_id, consultation_id, role)))
        .execute(connection)?;
    Ok(())
}

/// The roles of a person in an authority, in the order of their codes.
pub(in crate::accounts) fn list_roles(
    connection: &mut DbConnection,
    staff_id: StaffId,
    authority_id: AuthorityId,
) -> StoreResult<Vec<Role>> {
    Ok(memberships::table
        .filter(memberships::staff_id.eq(staff_id))
        .filter(memberships::authority_id.eq(authority_id))
        .order(memberships::role)
        .select(memberships::role)
        .load(connection)?)
}

/// The roles of a person in the one consultation with this address, and which that is.
pub(in crate::accounts) fn find_consultation_roles(
    connection: &mut DbConnection,
    staff_id: StaffId,
    authority_slug: &str,
    consultation_slug: &str,
) -> StoreResult<Option<(ConsultationId, Vec<Role>)>> {
    let rows: Vec<(ConsultationId, Role)> = consultation_roles::table
        .inner_join(
            consultations::table.on(consultations::id.eq(consultation_roles::consultation_id)),
        )
        .inner_join(authorities::table.on(authorities::id.eq(consultations::authority_id)))
        .filter(consultation_roles::staff_id.eq(staff_id))
        .filter(authorities::slug.eq(authority_slug))
        .filter(consultations::slug.eq(consultation_slug))
        .order(consultation_roles::role)
        .select((
            consultation_roles::consultation_id,
            consultation_roles::role,
        ))
        .load(connection)?;
    let consultation = rows.first().map(|(consultation, _role)| *consultation);
    let roles = rows.into_iter().map(|(_consultation, role)| role).collect();
    Ok(consultation.map(|consultation| (consultation, roles)))
}

/// Every role a person has in an authority, with the authority.
///
/// # Errors
/// When the database refuses.
pub fn list_memberships(
    connection: &mut DbConnection,
    staff: StaffId,
) -> StoreResult<Vec<(AuthorityId, Role)>> {
    Ok(memberships::table
        .filter(memberships::staff_id.eq(staff))
        .select((memberships::authority_id, memberships::role))
        .load(connection)?)
}

/// Every role a person has in one consultation alone, with it and its authority.
///
/// # Errors
/// When the database refuses.
pub fn list_consultation_roles(
    connection: &mut DbConnection,
    staff: StaffId,
) -> StoreResult<Vec<(AuthorityId, ConsultationId, Role)>> {
    Ok(consultation_roles::table
        .inner_join(
            consultations::table.on(consultations::id.eq(consultation_roles::consultation_id)),
        )
        .filter(consultation_roles::staff_id.eq(staff))
        .select((
            consultations::authority_id,
            consultation_roles::consultation_id,
            consultation_roles::role,
        ))
        .load(connection)?)
}

/// Who, other than this person, can give people roles in the authority.
pub(in crate::accounts) fn count_other_administrators(
    connection: &mut DbConnection,
    authority_id: AuthorityId,
    staff_id: StaffId,
) -> StoreResult<i64> {
    Ok(memberships::table
        .inner_join(staff::table.on(staff::id.eq(memberships::staff_id)))
        .filter(memberships::authority_id.eq(authority_id))
        .filter(memberships::role.eq(Role::Administrator))
        .filter(memberships::staff_id.ne(staff_id))
        .filter(staff::disabled_at.is_null())
        .count()
        .get_result(connection)?)
}

/// Makes others who change the roles of this authority wait until this transaction ends: the last two administrators cannot
/// both take the role from each other.
pub(in crate::accounts) fn lock_roles(
    connection: &mut DbConnection,
    authority_id: AuthorityId,
) -> StoreResult<()> {
    diesel::update(authorities::table.find(authority_id))
        .set(authorities::id.eq(authority_id))
        .execute(connection)?;
    Ok(())
}

/// Whether an authority of this person wants a second factor and they have none.
pub(in crate::accounts) fn owes_second_factor(
    connection: &mut DbConnection,
    staff_id: StaffId,
) -> StoreResult<bool> {
    let has = second_factors::table.filter(second_factors::staff_id.eq(staff_id));
    if diesel::select(exists(has)).get_result(connection)? {
        return Ok(false);
    }
    let by_membership = memberships::table
        .inner_join(authorities::table.on(authorities::id.eq(memberships::authority_id)))
        .filter(memberships::staff_id.eq(staff_id))
        .filter(authorities::is_second_factor_required);
    if diesel::select(exists(by_membership)).get_result(connection)? {
        return Ok(true);
    }
    let in_one = consultation_roles::table
        .inner_join(
            consultations::table.on(consultations::id.eq(consultation_roles::consultation_id)),
        )
        .inner_join(authorities::table.on(authorities::id.eq(consultations::authority_id)))
        .filter(consultation_roles::staff_id.eq(staff_id))
        .filter(authorities::is_second_factor_required);
    Ok(diesel::select(exists(in_one)).get_result(connection)?)
}

type Row = (
    StaffId,
    String,
    String,
    Option<Instant>,
    Role,
    Option<ConsultationId>,
);

/// Everyone with a role in the authority or in a consultation of it, by name in the order of the alphabet; those who may not
/// sign in are among them.
///
/// # Errors
/// When the database refuses.
pub fn list_people(
    connection: &mut DbConnection,
    authority_id: AuthorityId,
) -> StoreResult<Vec<Member>> {
    let of_authority: Vec<(StaffId, String, String, Option<Instant>, Role)> = memberships::table
        .inner_join(staff::table.on(staff::id.eq(memberships::staff_id)))
        .filter(memberships::authority_id.eq(authority_id))
        .select((
            staff::id,
            staff::display_name,
            staff::email,
            staff::disabled_at,
            memberships::role,
        ))
        .load(connection)?;
    let in_one: Vec<(
        StaffId,
        String,
        String,
        Option<Instant>,
        Role,
        ConsultationId,
    )> = consultation_roles::table
        .inner_join(
            consultations::table.on(consultations::id.eq(consultation_roles::consultation_id)),
        )
        .inner_join(staff::table.on(staff::id.eq(consultation_roles::staff_id)))
        .filter(consultations::authority_id.eq(authority_id))
        .select((
            staff::id,
            staff::display_name,
            staff::email,
            staff::disabled_at,
            consultation_roles::role,
            consultation_roles::consultation_id,
        ))
        .load(connection)?;
    let mut rows: Vec<Row> = of_authority
        .into_iter()
        .map(|(id, name, email, disabled_at, role)| (id, name, email, disabled_at, role, None))
        .collect();
    rows.extend(
        in_one
            .into_iter()
            .map(|(id, name, email, disabled_at, role, of)| {
                (id, name, email, disabled_at, role, Some(of))
            }),
    );
    rows.sort_by_key(|(id, _name, _email, _disabled, role, of)| (*id, *of, *role));
    let mut people = gathered(rows);
    alphabet::sort_by_name(&mut people, |person| &person.display_name);
    Ok(people)
}

/// One person for all the rows about them, which stand together.
fn gathered(rows: Vec<Row>) -> Vec<Member> {
    let mut people: Vec<Member> = Vec::new();
    for (staff_id, display_name, email, disabled_at, role, of) in rows {
        if people.last().is_none_or(|last| last.staff_id != staff_id) {
            people.push(Member {
                staff_id,
                display_name,
                email,
                roles: Vec::new(),
                consultation_roles: Vec::new(),
                disabled_at,
            });
        }
        if let Some(person) = people.last_mut() {
            match of {
                Some(consultation) => person.consultation_roles.push((consultation, role)),
                None => person.roles.push(role),
            }
        }
    }
    people
}
