package monitoring.storage.jdbc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import monitoring.localservers.Database;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A schema as PaaS-TA's batch makes it with GORM, filled by some years of operation. */
final class PaasTaSchema {

    private PaasTaSchema() {
    }

    static void create(Database database) {
        try (HikariDataSource source = SqlStores.source(database.url(), database.username(), database.password())) {
            new ResourceDatabasePopulator(false, false, "UTF-8", new ClassPathResource("paas-ta-schema.sql"))
                .execute(source);
        }
    }

    /** The columns of each table, in order. */
    static Map<String, List<String>> columns(JdbcClient sql) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        List<String> tables = sql.sql("""
                select table_name from information_schema.tables where table_schema = database()
                order by table_name""").query(String.class).list();
        for (String table : tables) {
            columns.put(table,
                    sql.sql("""
                            select column_name from information_schema.columns
                            where table_schema = database() and table_name = ? order by ordinal_position""")
                        .param(table)
                        .query(String.class)
                        .list());
        }
        return columns;
    }

    /** All rows of the tables, each value as text. */
    static Map<String, List<String>> rows(JdbcClient sql, Map<String, List<String>> columns) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        columns.forEach((table, names) -> rows.put(table, sql
            .sql("select concat_ws('|', " + String.join(", ", names.stream().map(PaasTaSchema::text).toList())
                    + ") from " + table + " order by 1")
            .query(String.class)
            .list()));
        return rows;
    }

    private static String text(String column) {
        return "coalesce(cast(" + column + " as char), '-')";
    }

}
