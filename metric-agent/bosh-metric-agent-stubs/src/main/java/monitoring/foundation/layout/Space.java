package monitoring.foundation.layout;

/**
 * A space with its organization.
 *
 * @param number 0 for the first
 * @param guid its GUID
 * @param name its name
 * @param organizationGuid GUID of its organization
 * @param organization name of its organization
 */
public record Space(int number, String guid, String name, String organizationGuid, String organization) {
}
