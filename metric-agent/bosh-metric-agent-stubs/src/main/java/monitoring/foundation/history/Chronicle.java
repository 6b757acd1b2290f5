package monitoring.foundation.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import monitoring.foundation.history.PastAlarm.Step;
import monitoring.foundation.layout.Chance;
import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.layout.FoundationVm;
import monitoring.foundation.layout.Space;
import monitoring.foundation.story.Curves;
import monitoring.foundation.story.Episode;
import monitoring.foundation.story.Episode.Kind;
import monitoring.foundation.story.Foundation;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmEvent.Type;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;

/** Which alarms the episodes of the past would have raised. */
final class Chronicle {

    private static final String OPERATOR = "admin";

    private static final List<String> WORKS = List.of(
            "배치 작업이 겹쳐 실행됨. 시간대를 조정함. (Two batch runs overlapped; rescheduled.)",
            "인덱스 재생성 후 정상화 확인함. (Rebuilt an index; back to normal.)",
            "트래픽 증가 확인, 증설 검토 예정. (Traffic has grown; more instances are being considered.)");

    private final Foundation foundation;

    Chronicle(Foundation foundation) {
        this.foundation = foundation;
    }

    /** The alarms of an episode; none if it raises none. */
    List<PastAlarm> alarms(Episode episode) {
        return switch (episode.kind()) {
            case CPU_CLIMB -> List.of(cpu(episode));
            case CELL_DEATH -> List.of(death(episode));
            case DISK_FILL -> List.of(disk(episode));
            case SURGE -> surge(episode);
        };
    }

    private PastAlarm cpu(Episode episode) {
        FoundationVm vm = this.foundation.layout().vms().get(episode.subject());
        List<Step> steps = new ArrayList<>();
        steps.add(step(Type.RAISED, Severity.WARNING, 85.6, at(episode, Curves.CPU_STEPS[0])));
        steps.add(step(Type.ESCALATED, Severity.CRITICAL, 91.2, at(episode, Curves.CPU_STEPS[1])));
        boolean taken = dice(episode, 2) == 0;
        if (taken) {
            steps.add(new Step(Type.ACKNOWLEDGED, Severity.CRITICAL, 94.9, OPERATOR,
                    at(episode, Curves.CPU_STEPS[1] + 3)));
        }
        steps.add(step(Type.RECOVERED, Severity.CRITICAL, 79.8, at(episode, Curves.CPU_STEPS[2])));
        return new PastAlarm(target(vm), Resource.CPU, 90, steps, taken ? WORKS.get(dice(episode, WORKS.size())) : "");
    }

    private PastAlarm death(Episode episode) {
        FoundationVm cell = this.foundation.layout().cells().get(episode.subject());
        List<Step> steps = List.of(step(Type.RAISED, Severity.FAIL, 0, at(episode, 3)),
                new Step(Type.ACKNOWLEDGED, Severity.FAIL, 0, OPERATOR, at(episode, 5)),
                step(Type.RECOVERED, Severity.FAIL, 0, at(episode, Curves.CELL_SILENT + 1)));
        return new PastAlarm(target(cell), Resource.HEARTBEAT, 0, steps,
                "하이퍼바이저 장애. bosh cck로 VM 재생성함. (Hypervisor failed; recreated the VM with bosh cck.)");
    }

    private PastAlarm disk(Episode episode) {
        FoundationVm vm = this.foundation.layout().vms().get(episode.subject());
        List<Step> steps = List.of(step(Type.RAISED, Severity.WARNING, 85.1, at(episode, Curves.DISK_STEPS[0])),
                new Step(Type.ACKNOWLEDGED, Severity.WARNING, 86.3, OPERATOR, at(episode, Curves.DISK_STEPS[0] + 25)),
                step(Type.RECOVERED, Severity.WARNING, 61.4, at(episode, Curves.DISK_STEPS[1] + 10)));
        return new PastAlarm(target(vm), Resource.DISK, 85, steps,
                "오래된 로그와 binlog 삭제함. (Deleted old logs and binlogs.)");
    }

    /**
     * Its owner is told of both instances that are overloaded until AutoScale steps in.
     */
    private List<PastAlarm> surge(Episode episode) {
        FoundationApp app = this.foundation.layout().loadedApp();
        Space space = this.foundation.layout().spaces().get(app.spaceNumber());
        List<PastAlarm> alarms = new ArrayList<>();
        for (int index = 0; index < Curves.instancesAfter(-1); index++) {
            FoundationVm cell = this.foundation.layout().cells().get(this.foundation.layout().homeCell(app, index));
            AlarmTarget target = new AlarmTarget(Origin.APP, app.guid() + "/" + index, app.name() + "[" + index + "]",
                    cell.ip(), space.organization() + " / " + space.name(), cell.zone(), app.guid());
            alarms.add(new PastAlarm(target, Resource.CPU, 90,
                    List.of(step(Type.RAISED, Severity.CRITICAL, 96.4 + index / 10.0, at(episode, 3)),
                            step(Type.RECOVERED, Severity.CRITICAL, 64.2, at(episode, Curves.scalingMinute(2) + 1))),
                    ""));
        }
        return alarms;
    }

    private static AlarmTarget target(FoundationVm vm) {
        return new AlarmTarget(Origin.VM, vm.id(), vm.name(), vm.ip(), vm.deployment(), vm.zone(), "");
    }

    private static Step step(Type type, Severity severity, double value, Instant at) {
        return new Step(type, severity, value, AlarmEvent.SYSTEM, at);
    }

    static Instant at(Episode episode, double minutes) {
        return episode.start().plus(Duration.ofSeconds(Math.round(minutes * 60)));
    }

    private int dice(Episode episode, int bound) {
        return Chance.below(bound, this.foundation.layout().seed(), 91, episode.start().getEpochSecond());
    }

    /** What the alarms of an episode have in common, as the batch groups them. */
    String groupKey(Episode episode) {
        return (episode.kind() == Kind.SURGE) ? "app:" + this.foundation.layout().loadedApp().guid()
                : "vm:" + alarms(episode).get(0).target().id();
    }

}
