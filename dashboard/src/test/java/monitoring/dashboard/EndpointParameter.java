package monitoring.dashboard;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * A value that an endpoint reads.
 *
 * @param name its name
 * @param where the endpoint reads it from
 * @param many whether it is a list
 * @param kind what reads it: the name alone for text of the endpoint's own, else the type
 * that all endpoints share, such as a number, or a field of a form
 */
record EndpointParameter(String name, Where where, boolean many, String kind) {

    /** All that an endpoint reads, in its order. */
    static List<EndpointParameter> of(HandlerMethod handler) {
        Map<String, EndpointParameter> found = new LinkedHashMap<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            String name = String.valueOf(parameter.getParameterName());
            RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
            Class<?> type = parameter.getParameterType();
            if (parameter.hasParameterAnnotation(PathVariable.class)) {
                found.put(name, of(name, Where.PATH, type));
            }
            else if (parameter.hasParameterAnnotation(RequestParam.class)) {
                found.put(name, of(name, Where.QUERY, type));
            }
            else if (header != null) {
                found.put(header.name(), new EndpointParameter(header.name(), Where.HEADER, false, header.name()));
            }
            else {
                Where where = parameter.hasParameterAnnotation(RequestBody.class) ? Where.BODY : Where.QUERY;
                fields(type, where).forEach((field) -> found.putIfAbsent(field.name(), field));
            }
        }
        return List.copyOf(found.values());
    }

    /** Whether it is text that no other endpoint reads in the same way. */
    boolean isOfItsOwn() {
        return this.kind.isEmpty();
    }

    private static EndpointParameter of(String name, Where where, Class<?> type) {
        boolean many = Collection.class.isAssignableFrom(type);
        return new EndpointParameter(name, where, many, (many || type == String.class) ? "" : type.getName());
    }

    private static List<EndpointParameter> fields(Class<?> type, Where where) {
        if (Map.class.isAssignableFrom(type)) {
            return Stream.of("appGuid", "cpuMinThreshold", "cpuWarningThreshold", "email", "measureTimeSec")
                .map((name) -> new EndpointParameter(name, where, false, ""))
                .toList();
        }
        if (!type.isRecord() || !type.getName().startsWith("monitoring.")) {
            return List.of();
        }
        return Stream.of(type.getRecordComponents())
            .map((field) -> new EndpointParameter(field.getName(), where,
                    Collection.class.isAssignableFrom(field.getType()),
                    where + " " + type.getName() + "." + field.getName()))
            .toList();
    }

    /** Where an endpoint reads a value from. */
    enum Where {

        PATH, QUERY, HEADER, BODY

    }

}
