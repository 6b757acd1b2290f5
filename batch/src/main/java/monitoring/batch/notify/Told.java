package monitoring.batch.notify;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Receiver;

/**
 * One thing of those that a message tells, with its row of the outbox.
 *
 * @param <T> what it is
 */
interface Told<T extends Told<T>> {

    Notification notification();

    /** The same as its row is kept now. */
    T as(Notification row);

    /** What a message tells: a copy, never nothing. */
    static <T extends Told<T>> List<T> copy(List<T> items, Receiver receiver) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("items for " + receiver + ": none (expected: at least one)");
        }
        return List.copyOf(items);
    }

    /** Those whose rows were taken for sending, with these. */
    static <T extends Told<T>> List<T> taken(List<T> items, List<Notification> rows) {
        Map<String, Notification> byId = rows.stream().collect(Collectors.toMap(Notification::id, Function.identity()));
        return items.stream()
            .filter((item) -> byId.containsKey(item.notification().id()))
            .map((item) -> item.as(Objects.requireNonNull(byId.get(item.notification().id()))))
            .toList();
    }

}
