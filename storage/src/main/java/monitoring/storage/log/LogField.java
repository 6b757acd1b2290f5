package monitoring.storage.log;

/** What logs can be filtered by, exactly. */
public enum LogField {

    DEPLOYMENT, GROUP, ZONE, INSTANCE_ID, HOST, PROGRAM, PEER, APP_GUID, APP_NAME, SPACE, ORGANIZATION, PARSER, FLAG

}
