package monitoring.storage.jdbc;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** All stores' contracts on one SQL server. */
abstract class SqlStoresContract {

    abstract SqlStores stores();

    @BeforeEach
    void emptyTables() {
        stores().clean();
    }

    @Nested
    class Alarms extends AlarmStoreContract {

        @Override
        SqlStores stores() {
            return SqlStoresContract.this.stores();
        }

    }

    @Nested
    class OpenAlarms extends OpenAlarmContract {

        @Override
        SqlStores stores() {
            return SqlStoresContract.this.stores();
        }

    }

    @Nested
    class AlarmSearches extends AlarmSearchContract {

        @Override
        SqlStores stores() {
            return SqlStoresContract.this.stores();
        }

    }

    @Nested
    class Pages extends PagingContract {

        @Override
        SqlStores stores() {
            return SqlStoresContract.this.stores();
        }

    }

    @Nested
    class Statistics extends AlarmStatisticsContract {

        @Override
        SqlStores stores() {
            return SqlStoresContract.this.stores();
        }

    }

    @Nested
    class Incidents extends IncidentStoreContract {

        @Override
        SqlStores stores() {
            return SqlStoresContract.this.stores();
        }

    }

    @Nested
    class Memory extends IncidentMemoryContract {

        @Override
        SqlStores stores() {
            return SqlStoresContract.this.stores();
        }

    }

    @Nested
    class Silences extends SilenceStoreContract {

        @Override
        SqlStores stores() {
            return SqlStoresContract.this.stores();
        }

    }

    @Nested
    class Inventory extends InventoryStoreContract {

        @Override
        SqlStores stores() {
            return SqlStoresContract.this.stores();
        }

    }

    @Nested
    class Policies extends PolicyStoreContract {

        @Override
        SqlStores stores() {
            return SqlStoresContract.this.stores();
        }

    }

    @Nested
    class Notifications extends NotificationStoreContract {

        @Override
        SqlStores stores() {
            return SqlStoresContract.this.stores();
        }

    }

    @Nested
    class Links extends AcknowledgeLinksContract {

        @Override
        SqlStores stores() {
            return SqlStoresContract.this.stores();
        }

    }

    @Nested
    class Reports extends SentReportsContract {

        @Override
        SqlStores stores() {
            return SqlStoresContract.this.stores();
        }

    }

    @Nested
    class Scaling extends ScalingStoreContract {

        @Override
        SqlStores stores() {
            return SqlStoresContract.this.stores();
        }

    }

    @Nested
    class Accounts extends AccountStoreContract {

        @Override
        SqlStores stores() {
            return SqlStoresContract.this.stores();
        }

    }

}
