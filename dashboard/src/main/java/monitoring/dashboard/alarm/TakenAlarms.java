package monitoring.dashboard.alarm;

import java.util.Collection;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What became of alarms that somebody wanted to take or to resolve, for the page that is
 * shown next: how many there were, or with a warning why there was none.
 *
 * @param asked how many they chose
 * @param changed how many were changed
 */
public record TakenAlarms(int asked, int changed) {

    public static TakenAlarms of(Collection<String> asked, int changed) {
        return new TakenAlarms(asked.size(), changed);
    }

    public void acknowledged(RedirectAttributes redirect) {
        tell("alarm.acknowledge", redirect);
    }

    public void resolved(RedirectAttributes redirect) {
        tell("alarm.resolve", redirect);
    }

    private void tell(String action, RedirectAttributes redirect) {
        if (this.changed > 0) {
            redirect.addFlashAttribute("done", action + ((this.changed == 1) ? ".one" : ".many"));
            redirect.addFlashAttribute("changed", this.changed);
        }
        else {
            redirect.addFlashAttribute("warned", (this.asked == 0) ? "alarm.choose" : action + ".none");
        }
    }

}
