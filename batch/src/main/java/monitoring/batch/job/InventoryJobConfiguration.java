package monitoring.batch.job;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import monitoring.batch.inventory.BoshDirector;
import monitoring.batch.inventory.BoshProperties;
import monitoring.batch.inventory.CfProperties;
import monitoring.batch.inventory.InventorySource;
import monitoring.batch.inventory.Placement;
import monitoring.batch.inventory.SelfReported;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.metric.MetricStore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inventory job: ask each director and the cloud controller what there is. */
@Configuration(proxyBeanMethods = false)
class InventoryJobConfiguration {

    private static final Logger logger = LoggerFactory.getLogger(InventoryJobConfiguration.class);

    @Bean
    Job inventoryJob(StoppableJobs jobs, Step refreshInventory) {
        return jobs.named("inventory").start(refreshInventory).build();
    }

    @Bean
    Step refreshInventory(JobRepository jobs, ListItemReader<InventorySource> inventorySourceReader,
            JobHistory history) {
        return new StepBuilder("refreshInventory", jobs).<InventorySource, InventorySource>chunk(1)
            // none is open while it asks
            .transactionManager(new ResourcelessTransactionManager())
            .reader(inventorySourceReader)
            .writer((sources) -> sources.forEach((source) -> refresh(source, history)))
            .build();
    }

    /** One source that is away keeps nobody from asking the others. */
    private static void refresh(InventorySource source, JobHistory history) {
        try {
            source.refresh();
            history.idle("inventory of " + source);
        }
        catch (RuntimeException ex) { // whatever one source answers, the others are asked
            history.failed("inventory of " + source, ex);
        }
    }

    @Bean
    @StepScope // from the beginning at each run
    ListItemReader<InventorySource> inventorySourceReader(InventorySources sources) {
        return new ListItemReader<>(sources.all());
    }

    @Bean
    InventorySources inventorySources(BoshProperties bosh, CfProperties cf, MetricStore metrics,
            InventoryStore inventory, Clock clock) {
        List<InventorySource> sources = new ArrayList<>(BoshDirector.of(bosh, inventory, clock));
        if (bosh.url() == null || bosh.url().toString().isEmpty()) {
            logger.info("batch.bosh.url is empty: VMs are known by their own points only");
        }
        Placement placement = new Placement(cf, metrics, inventory, clock);
        if (cf.apiUrl() == null || cf.apiUrl().toString().isEmpty()) {
            logger.info("batch.cf.api-url is empty: apps are known by their containers' points only");
        }
        sources.add(placement);
        sources.add(new SelfReported(metrics, inventory, clock));
        return new InventorySources(sources);
    }

    /**
     * Who is asked.
     *
     * @param all in this order
     */
    record InventorySources(List<InventorySource> all) {
    }

}
