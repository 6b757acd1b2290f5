package monitoring.storage.elasticsearch;

import java.io.IOException;
import java.net.URI;

import monitoring.storage.log.LogStoreException;

import org.elasticsearch.ElasticsearchException;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestHighLevelClient;

/** Calls the cluster and gives its failures one form, with its address. */
final class Calls {

    private final RestHighLevelClient client;

    private final URI uri;

    Calls(RestHighLevelClient client, ElasticsearchProperties properties) {
        this.client = client;
        this.uri = properties.url().get(0);
    }

    <T> T call(Call<T> call) {
        try {
            return call.with(this.client, RequestOptions.DEFAULT);
        }
        catch (ResponseException ex) {
            throw LogStoreException.rejected(this.uri, ex.getResponse().getStatusLine().getStatusCode(),
                    String.valueOf(ex.getMessage()));
        }
        catch (ElasticsearchException ex) {
            throw isUnreachable(ex) ? LogStoreException.unreachable(this.uri, ex)
                    : LogStoreException.rejected(this.uri, ex.status().getStatus(), reason(ex));
        }
        catch (IOException ex) {
            throw LogStoreException.unreachable(this.uri, ex);
        }
        catch (RuntimeException ex) {
            if (ex.getClass() == RuntimeException.class) {
                // the low-level client's for all that has no form of its own there, such
                // as a client that has stopped
                throw LogStoreException.unreachable(this.uri, ex);
            }
            throw ex;
        }
    }

    /** The client's check of the server's version wraps what the connection said. */
    private static boolean isUnreachable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return !(cause instanceof ResponseException);
            }
        }
        return false;
    }

    /**
     * The first cause says what is wrong, where the outer one says "all shards failed".
     */
    private static String reason(ElasticsearchException failure) {
        Throwable root = failure;
        for (Throwable suppressed : failure.getSuppressed()) {
            root = suppressed;
        }
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    @Override
    public String toString() {
        return "Elasticsearch at " + this.uri;
    }

    /** One call of the client. */
    @FunctionalInterface
    interface Call<T> {

        T with(RestHighLevelClient client, RequestOptions options) throws IOException;

    }

}
