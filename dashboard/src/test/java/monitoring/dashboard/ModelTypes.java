package monitoring.dashboard;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The types that a template meets: those of a page's model, and what their public methods
 * give. An expression is compiled only where all of these are public; else it is looked
 * up by reflection each time, which takes many times as long.
 */
final class ModelTypes {

    private final Set<Class<?>> met = new HashSet<>();

    private final Deque<Class<?>> left = new ArrayDeque<>();

    private final Set<String> hidden = new TreeSet<>();

    private ModelTypes() {
    }

    /** Names of those that are not public. */
    static Set<String> hidden(Map<String, Object> model) {
        ModelTypes types = new ModelTypes();
        model.values().forEach(types::value);
        while (!types.left.isEmpty()) {
            types.follow(types.left.pop());
        }
        return types.hidden;
    }

    private void value(@Nullable Object value) {
        if (value instanceof Collection<?> all) {
            all.forEach(this::value);
        }
        else if (value instanceof Map<?, ?> map) {
            value(map.keySet());
            value(map.values());
        }
        else if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(this::value);
        }
        else if (value != null) {
            type((value instanceof Enum<?> constant) ? constant.getDeclaringClass() : value.getClass());
        }
    }

    private void type(Type type) {
        if (type instanceof ParameterizedType generic) {
            type(generic.getRawType());
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::type);
        }
        else if (type instanceof WildcardType some) {
            Arrays.stream(some.getUpperBounds()).forEach(this::type);
        }
        else if (type instanceof Class<?> one && one.getName().startsWith("monitoring.") && this.met.add(one)) {
            this.left.push(one);
        }
    }

    private void follow(Class<?> type) {
        if (!Modifier.isPublic(type.getModifiers())) {
            Set<Class<?>> shown = Set.of(type.getInterfaces());
            if (shown.stream().noneMatch((one) -> one.getName().startsWith("monitoring."))) {
                this.hidden.add(type.getName());
            }
            // is known by its interfaces
            shown.forEach(this::type);
            return;
        }
        for (Method method : type.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())) {
                type(method.getGenericReturnType());
            }
        }
    }

}
