package monitoring.storage.alarm;

import java.util.List;

/** Keeps silences. */
public interface SilenceStore {

    List<Silence> list();

    /**
     * Keeps a silence.
     * @param silence with an empty id for a new one
     * @return the silence as it is kept
     */
    Silence save(Silence silence);

    void delete(String id);

}
