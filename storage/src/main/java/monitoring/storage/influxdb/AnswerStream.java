package monitoring.storage.influxdb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.squareup.moshi.JsonReader;
import monitoring.storage.influxdb.InfluxClient.AnswerReader;
import okio.BufferedSource;

import org.jspecify.annotations.Nullable;

/**
 * Reads the answer to a query while it arrives and keeps one series of it at a time: the
 * whole of an answer for 100,000 containers would be several times as large as what is
 * made of it.
 */
final class AnswerStream {

    private final JsonReader json;

    private final AnswerReader reader;

    private final Consumer<String> refusal;

    private final RecentTexts texts = new RecentTexts();

    /**
     * Makes a stream.
     * @param body of the answer
     * @param reader is told each series
     * @param refusal is told what the server says when it refuses, and throws
     */
    AnswerStream(BufferedSource body, AnswerReader reader, Consumer<String> refusal) {
        this.json = JsonReader.of(body);
        // one document after the other
        this.json.setLenient(true);
        this.reader = reader;
        this.refusal = refusal;
    }

    void read() throws IOException {
        do {
            piece();
        }
        while (this.json.peek() != JsonReader.Token.END_DOCUMENT);
    }

    private void piece() throws IOException {
        this.json.beginObject();
        while (this.json.hasNext()) {
            switch (this.json.nextName()) {
                case "error" -> this.refusal.accept(this.json.nextString());
                case "results" -> array((number) -> result(number));
                default -> this.json.skipValue();
            }
        }
        this.json.endObject();
    }

    private void result(int place) throws IOException {
        // comes before the series
        int statement = place;
        this.json.beginObject();
        while (this.json.hasNext()) {
            switch (this.json.nextName()) {
                case "statement_id" -> statement = this.json.nextInt();
                case "error" -> this.refusal.accept(this.json.nextString());
                case "series" -> {
                    int answered = statement;
                    array((number) -> series(answered));
                }
                default -> this.json.skipValue();
            }
        }
        this.json.endObject();
    }

    private void series(int statement) throws IOException {
        String name = "";
        Map<String, String> tags = Map.of();
        List<List<Object>> rows = List.of();
        this.json.beginObject();
        while (this.json.hasNext()) {
            switch (this.json.nextName()) {
                case "name" -> name = this.texts.of(this.json.nextString());
                case "tags" -> tags = tags();
                case "values" -> rows = rows();
                default -> this.json.skipValue();
            }
        }
        this.json.endObject();
        this.reader.series(statement, name, tags, rows);
    }

    private Map<String, String> tags() throws IOException {
        Map<String, String> tags = new HashMap<>();
        this.json.beginObject();
        while (this.json.hasNext()) {
            tags.put(this.texts.of(this.json.nextName()), this.texts.of(this.json.nextString()));
        }
        this.json.endObject();
        return tags;
    }

    private List<List<Object>> rows() throws IOException {
        List<List<Object>> rows = new ArrayList<>(1);
        array((number) -> rows.add(row()));
        return rows;
    }

    private List<Object> row() throws IOException {
        List<Object> row = new ArrayList<>(4);
        array((number) -> row.add(value()));
        return row;
    }

    private @Nullable Object value() throws IOException {
        return switch (this.json.peek()) {
            case NUMBER -> this.json.nextDouble();
            case STRING -> this.json.nextString();
            case BOOLEAN -> this.json.nextBoolean();
            default -> this.json.nextNull();
        };
    }

    private void array(Element element) throws IOException {
        this.json.beginArray();
        for (int number = 0; this.json.hasNext(); number++) {
            element.read(number);
        }
        this.json.endArray();
    }

    /** Reads one element of an array. */
    private interface Element {

        void read(int number) throws IOException;

    }

}
