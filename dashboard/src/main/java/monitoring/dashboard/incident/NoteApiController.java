package monitoring.dashboard.incident;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.Versions;
import monitoring.storage.alarm.IncidentNote;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people wrote about an incident as a whole, for programs. */
@RestController
@Tag(name = "Incidents")
@RequestMapping("/api/v1/incidents/{id}/notes")
class NoteApiController {

    private final NoteEdits edits;

    private final Versions versions;

    NoteApiController(NoteEdits edits, Versions versions) {
        this.edits = edits;
        this.versions = versions;
    }

    /** Every version of the note, newest first; the first one counts. */
    @GetMapping
    ResponseEntity<List<IncidentNote>> notes(@PathVariable String id) {
        return this.versions.answer(this.edits.versions(id));
    }

    /**
     * Writes a new version of the note; earlier ones stay. If-Match is the ETag of the
     * versions that were read. The answer is all of them, the new one first.
     */
    @PostMapping
    ResponseEntity<List<IncidentNote>> append(@PathVariable String id, @RequestBody NoteForm form,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return this.versions.created(this.versions.change(version, () -> this.edits.versions(id), () -> {
            this.edits.append(id, (form.text() == null) ? "" : form.text());
            return this.edits.versions(id);
        }));
    }

    /**
     * A note as it is written.
     *
     * @param text Markdown, at most 60000 bytes; empty takes the note back
     */
    record NoteForm(@Nullable String text) {
    }

}
