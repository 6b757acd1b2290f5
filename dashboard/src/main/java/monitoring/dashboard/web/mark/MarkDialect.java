package monitoring.dashboard.web.mark;

import java.util.Set;

import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;

/** Teaches templates the elements of this package. */
@Component
class MarkDialect extends AbstractProcessorDialect {

    static final String PREFIX = "ui";

    MarkDialect() {
        super("Monitoring", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new IconMark(), new StateMark(), new SeverityMark(), new MeterMark(), new SparkMark(),
                new WhenMark());
    }

}
