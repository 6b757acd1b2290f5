package monitoring.dashboard.web.mark;

import java.util.Set;

import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;

/** Teaches templates the elements that Java writes. */
@Component
class MarkDialect extends AbstractProcessorDialect {

    static final String PREFIX = "ui";

    private final Set<IProcessor> marks;

    MarkDialect(Set<Mark> marks) {
        super("Monitoring", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
        this.marks = Set.copyOf(marks);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return this.marks;
    }

}
