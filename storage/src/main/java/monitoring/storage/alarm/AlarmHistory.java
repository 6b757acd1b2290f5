package monitoring.storage.alarm;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Forgets what was over long ago. */
public interface AlarmHistory {

    /**
     * Forgets the alarms, and incidents, that were over before a moment, with all that
     * happened to them, what people did about them and what was told of them. Open ones
     * stay, however old.
     * @param goOn is asked before each piece of some thousand; what is left stays for the
     * next time
     * @return how many alarms were forgotten
     */
    int forgetBefore(Instant time, BooleanSupplier goOn);

}
