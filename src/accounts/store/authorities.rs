//! The public bodies.

use diesel::prelude::*;

use crate::accounts::domain::{Authority, LeadTimes, NewAuthority};
use crate::db::schema::{authorities, authority_texts};
use crate::db::{DatabaseError, DbConnection, StoreResult};
use crate::i18n::Language;
use crate::kernel::alphabet;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AuthorityId, FileId};

/// A row of `authorities`; other slices join it to their own.
#[derive(Queryable, Selectable)]
#[diesel(table_name = authorities)]
pub struct AuthorityRow {
    id: AuthorityId,
    slug: String,
    name: String,
    short_name: String,
    reference_prefix: String,
    department: String,
    contact_email: String,
    contact_phone: String,
    postal_address: String,
    time_zone: String,
    shortest_window: i32,
    announced_before: i32,
    announced_before_regulation: i32,
    announced_before_spatial: i32,
    is_second_factor_required: bool,
    main_colour: String,
    logo_file_id: Option<FileId>,
    logo_text: String,
    logo_text_en: String,
    is_english_offered: bool,
}

/// The authority with this part of the address.
///
/// # Errors
/// When the database refuses.
pub fn find_authority(connection: &mut DbConnection, slug: &str) -> StoreResult<Option<Authority>> {
    let row: Option<AuthorityRow> = authorities::table
        .filter(authorities::slug.eq(slug))
        .select(AuthorityRow::as_select())
        .first(connection)
        .optional()?;
    row.map(Authority::try_from).transpose()
}

/// The authority with this id.
///
/// # Errors
/// When the database refuses.
pub fn find_authority_by_id(
    connection: &mut DbConnection,
    id: AuthorityId,
) -> StoreResult<Option<Authority>> {
    let row: Option<AuthorityRow> = authorities::table
        .find(id)
        .select(AuthorityRow::as_select())
        .first(connection)
        .optional()?;
    row.map(Authority::try_from).transpose()
}

/// All authorities, by name in the order of the alphabet.
///
/// # Errors
/// When the database refuses.
pub fn list_authorities(connection: &mut DbConnection) -> StoreResult<Vec<Authority>> {
    let mut rows: Vec<AuthorityRow> = authorities::table
        .order(authorities::id)
        .select(AuthorityRow::as_select())
        .load(connection)?;
    alphabet::sort_by_name(&mut rows, |row| &row.name);
    rows.into_iter().map(Authority::try_from).collect()
}

/// Stores an authority.
///
/// # Errors
/// When the database refuses, also because the slug is taken.
pub fn insert_authority(
    connection: &mut DbConnection,
    authority: &NewAuthority,
    now: Instant,
) -> StoreResult<()> {
    diesel::insert_into(authorities::table)
        .values((
            authorities::id.eq(authority.id),
            authorities::slug.eq(&authority.slug),
            authorities::name.eq(&authority.name),
            authorities::short_name.eq(&authority.short_name),
            authorities::reference_prefix.eq(&authority.reference_prefix),
            authorities::department.eq(&authority.department),
            authorities::contact_email.eq(&authority.contact_email),
            authorities::contact_phone.eq(&authority.contact_phone),
            authorities::postal_address.eq(&authority.postal_address),
            authorities::time_zone.eq(authority.zone.name()),
            authorities::shortest_window.eq(authority.shortest_window),
            authorities::announced_before.eq(authority.announced_before.strategy),
            authorities::announced_before_regulation.eq(authority.announced_before.regulation),
            authorities::announced_before_spatial.eq(authority.announced_before.spatial),
            authorities::is_second_factor_required.eq(authority.is_second_factor_required),
            authorities::main_colour.eq(&authority.main_colour),
            authorities::logo_file_id.eq(authority.logo),
            authorities::logo_text.eq(&authority.logo_text),
            authorities::logo_text_en.eq(&authority.logo_text_en),
            authorities::is_english_offered.eq(authority.is_english_offered),
            authorities::created_at.eq(now),
        ))
        .execute(connection)?;
    Ok(())
}

/// Changes what an authority says of itself and its rules; address, reference prefix and logo stay.
///
/// # Errors
/// When the database refuses.
pub fn update_authority(connection: &mut DbConnection, authority: &Authority) -> StoreResult<()> {
    diesel::update(authorities::table.find(authority.id))
        .set((
            authorities::name.eq(&authority.name),
            authorities::short_name.eq(&authority.short_name),
            authorities::department.eq(&authority.department),
            authorities::contact_email.eq(&authority.contact_email),
            authorities::contact_phone.eq(&authority.contact_phone),
            authorities::postal_address.eq(&authority.postal_address),
            authorities::time_zone.eq(authority.zone.name()),
            authorities::shortest_window.eq(authority.shortest_window),
            authorities::announced_before.eq(authority.announced_before.strategy),
            authorities::announced_before_regulation.eq(authority.announced_before.regulation),
            authorities::announced_before_spatial.eq(authority.announced_before.spatial),
            authorities::is_second_factor_required.eq(authority.is_second_factor_required),
            authorities::main_colour.eq(&authority.main_colour),
            authorities::is_english_offered.eq(authority.is_english_offered),
        ))
        .execute(connection)?;
    Ok(())
}

/// Puts a logo in the place of the one there was.
///
/// # Errors
/// When the database refuses.
pub fn set_logo(connection: &mut DbConnection, authority: &Authority) -> StoreResult<()> {
    diesel::update(authorities::table.find(authority.id))
        .set((
            authorities::logo_file_id.eq(authority.logo),
            authorities::logo_text.eq(&authority.logo_text),
            authorities::logo_text_en.eq(&authority.logo_text_en),
        ))
        .execute(connection)?;
    Ok(())
}

/// Whether a file is the logo of an authority, and so public.
///
/// # Errors
/// When the database refuses.
pub fn is_logo(connection: &mut DbConnection, file: FileId) -> StoreResult<bool> {
    let of = authorities::table.filter(authorities::logo_file_id.eq(file));
    Ok(diesel::select(diesel::dsl::exists(of)).get_result(connection)?)
}

impl TryFrom<AuthorityRow> for Authority {
    type Error = DatabaseError;

    fn try_from(row: AuthorityRow) -> StoreResult<Self> {
        Ok(Self {
            id: row.id,
            slug: row.slug,
            name: row.name,
            short_name: row.short_name,
            reference_prefix: row.reference_prefix,
            department: row.department,
            contact_email: row.contact_email,
            contact_phone: row.contact_phone,
            postal_address: row.postal_address,
            zone: row.time_zone.parse().map_err(DatabaseError::unreadable)?,
            shortest_window: row.shortest_window,
            announced_before: LeadTimes {
                strategy: row.announced_before,
                regulation: row.announced_before_regulation,
                spatial: row.announced_before_spatial,
            },
            is_second_factor_required: row.is_second_factor_required,
            main_colour: row.main_colour,
            logo: row.logo_file_id,
            logo_text: row.logo_text,
            logo_text_en: row.logo_text_en,
            is_english_offered: row.is_english_offered,
        })
    }
}

/// A standing text of an authority, in its own words; `None` where it has none in this language.
///
/// # Errors
/// When the database refuses.
pub fn find_authority_text(
    connection: &mut DbConnection,
    authority: AuthorityId,
    name: &str,
    language: Language,
) -> StoreResult<Option<String>> {
    Ok(authority_texts::table
        .find((authority, name, language))
        .select(authority_texts::text)
        .first(connection)
        .optional()?)
}

/// Puts a standing text in the place of what there was; an empty one is none.
///
/// # Errors
/// When the database refuses.
pub fn write_authority_text(
    connection: &mut DbConnection,
    authority: AuthorityId,
    (name, language): (&str, Language),
    text: &str,
) -> StoreResult<()> {
    let row = authority_texts::table.find((authority, name, language));
    diesel::delete(row).execute(connection)?;
    if !text.is_empty() {
        diesel::insert_into(authority_texts::table)
            .values((
                authority_texts::authority_id.eq(authority),
                authority_texts::name.eq(name),
                authority_texts::language.eq(language),
                authority_texts::text.eq(text),
            ))
            .execute(connection)?;
    }
    Ok(())
}
