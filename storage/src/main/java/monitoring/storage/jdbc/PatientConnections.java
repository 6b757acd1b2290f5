package monitoring.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections for migrations, which wait for an answer as long as it takes: an index over
 * years of alarms is no statement that hangs, and one that is given up half-way leaves a
 * schema that MariaDB does not roll back. The pool gives them their timeout again.
 */
final class PatientConnections extends DelegatingDataSource {

    PatientConnections(DataSource source) {
        super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        // who runs what comes of it is asked for only where the timeout is not 0
        connection.setNetworkTimeout(Runnable::run, 0);
        return connection;
    }

}
