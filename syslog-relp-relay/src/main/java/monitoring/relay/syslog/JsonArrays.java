package monitoring.relay.syslog;

import java.io.StringWriter;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Keeps arrays as the JSON they are. */
final class JsonArrays {

    private static final JsonFactory json = new JsonFactory();

    private JsonArrays() {
    }

    static String text(JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }

}
