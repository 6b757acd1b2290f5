package monitoring.storage.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import monitoring.localservers.ElasticsearchExtension;
import monitoring.storage.log.DeadLetterStore;
import monitoring.storage.log.DeadLetterStoreContract;
import monitoring.storage.log.LogStore;

import org.elasticsearch.action.admin.indices.refresh.RefreshRequest;
import org.elasticsearch.action.support.IndicesOptions;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestHighLevelClient;
import org.elasticsearch.client.indices.GetIndexRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class ElasticsearchDeadLetterStoreIT extends DeadLetterStoreContract {

    @RegisterExtension
    static final ElasticsearchExtension elasticsearch = new ElasticsearchExtension();

    private final ElasticsearchConfiguration configuration = new ElasticsearchConfiguration();

    private final ElasticsearchProperties properties = new ElasticsearchProperties(
            List.of(URI.create(elasticsearch.url())), "", "", null, "dead-" + UUID.randomUUID(), 1,
            Duration.ofSeconds(3), Duration.ofSeconds(30), false, false);

    private final RestHighLevelClient client = this.configuration.elasticsearchClient(this.properties);

    private final LogStore logs = this.configuration.logStore(this.client, this.properties);

    private final DeadLetterStore store = this.configuration.deadLetterStore(this.client, this.properties, this.logs);

    @BeforeEach
    void prepare() {
        this.logs.prepare();
        this.store.prepare();
        this.store.prepare(); // the second start changes nothing
    }

    @AfterEach
    void close() throws IOException {
        this.client.close();
    }

    @Override
    protected DeadLetterStore store() {
        return this.store;
    }

    @Override
    protected LogStore logs() {
        return this.logs;
    }

    @Override
    protected void refresh() {
        try {
            this.client.indices()
                .refresh(new RefreshRequest(this.properties.index() + "-*")
                    .indicesOptions(IndicesOptions.lenientExpandOpen()), RequestOptions.DEFAULT);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Test
    void standsOutsideOfTheLogsAlias() throws IOException {
        assertThat(this.client.indices().exists(new GetIndexRequest(this.properties.index()), RequestOptions.DEFAULT))
            .isFalse();
        assertThat(this.configuration.logRetention(this.client, this.properties).days()).isEmpty();
    }

}
