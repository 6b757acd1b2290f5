package monitoring.localservers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class MariaDbServerIT {

    @RegisterExtension
    static final MariaDbExtension mariaDb = new MariaDbExtension();

    @Test
    void givesEachCallerAnEmptyDatabase() throws Exception {
        Database database = mariaDb.newDatabase();
        assertThat(mariaDb.newDatabase().url()).isNotEqualTo(database.url());
        try (Connection sql = DriverManager.getConnection(database.url(), database.username(), database.password())) {
            sql.createStatement().execute("CREATE TABLE words (word varchar(20))");
            sql.createStatement().execute("INSERT INTO words VALUES ('경보 🔔')");
            ResultSet words = sql.createStatement().executeQuery("SELECT word FROM words");
            assertThat(words.next()).isTrue();
            assertThat(words.getString(1)).isEqualTo("경보 🔔");
        }
    }

}
