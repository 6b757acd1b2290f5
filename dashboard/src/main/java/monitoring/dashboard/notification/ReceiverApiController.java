package monitoring.dashboard.notification;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.InvalidFormException;
import monitoring.dashboard.web.Problems;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.Versions;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;
import monitoring.storage.notification.Receiver.Channel;
import monitoring.storage.notification.Receiver.Scope;
import monitoring.storage.notification.Receiver.Style;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who is told, for programs. Secrets are written only. A change says which version it
 * read (If-Match).
 */
@RestController
@Tag(name = "Receivers")
@RequestMapping("/api/v1/receivers")
class ReceiverApiController {

    private final NotificationStore notifications;

    private final ReceiverEdits edits;

    private final StoreWatch stores;

    private final Versions versions;

    ReceiverApiController(NotificationStore notifications, ReceiverEdits edits, StoreWatch stores, Versions versions) {
        this.notifications = notifications;
        this.edits = edits;
        this.stores = stores;
        this.versions = versions;
    }

    /** All of them. */
    @GetMapping
    List<ReceiverView> list() {
        return this.stores.require(Store.RELATIONS, this.notifications::receivers)
            .stream()
            .map(ReceiverView::of)
            .toList();
    }

    /** One of them, with its version. */
    @GetMapping("/{id}")
    ResponseEntity<ReceiverView> one(@PathVariable String id) {
        return this.versions.answer(ReceiverView.of(this.edits.find(id)));
    }

    /** Makes a receiver. */
    @PostMapping
    ResponseEntity<ReceiverView> create(@RequestBody ReceiverForm form) {
        return this.versions.created(keep(null, form));
    }

    /** Changes a receiver; an empty secret keeps what is there. */
    @PutMapping("/{id}")
    ResponseEntity<ReceiverView> edit(@PathVariable String id, @RequestBody ReceiverForm form,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return this.versions.answer(this.versions.change(version, () -> ReceiverView.of(this.edits.find(id)),
                () -> keep(this.edits.find(id), form)));
    }

    /** Deletes a receiver; what was told to it stays. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        this.versions.change(version, () -> ReceiverView.of(this.edits.find(id)), () -> {
            this.edits.delete(id);
            return true;
        });
    }

    private ReceiverView keep(@Nullable Receiver was, ReceiverForm form) {
        Problems problems = new Problems();
        return this.edits.keep(was, form, problems)
            .map(ReceiverView::of)
            .orElseThrow(() -> new InvalidFormException(problems.all()));
    }

    /**
     * A receiver without its secret.
     *
     * @param id of its row
     * @param name what people call it
     * @param channel how it is reached
     * @param address where
     * @param secret whether there is one
     * @param scope of what it wants to know
     * @param style how it is spoken to
     * @param enabled whether it is told at all
     */
    record ReceiverView(String id, String name, Channel channel, String address, boolean secret, Scope scope,
            Style style, boolean enabled) {

        static ReceiverView of(Receiver receiver) {
            return new ReceiverView(receiver.id(), receiver.name(), receiver.channel(), receiver.address(),
                    !receiver.secret().isEmpty(), receiver.scope(), receiver.style(), receiver.enabled());
        }

    }

}
