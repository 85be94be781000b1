package org.rovingpm.engine.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TuningTest {

    @Test
    void isAllOnUnlessSomebodySaysOtherwise() {
        assertThat(pieces(Map.of())).containsOnly(true);
    }

    @Test
    void isAllOffByOneSettingWhateverTheOthersSay() {
        assertThat(pieces(Map.of("enabled", "false", "indexes", "true"))).containsOnly(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"timer-batches", "read-ahead", "fast-rights", "indexes"})
    void eachPieceIsSwitchedOffByItsName(String piece) {
        assertThat(pieces(Map.of(piece, "false"))).containsOnlyOnce(false);
    }

    @Test
    void theEngineTakesItsOwnWhereAPieceIsOff() {
        StandaloneProcessEngineConfiguration tuned = new StandaloneProcessEngineConfiguration();
        new TuningPlugin(tuning(Map.of())).preInit(tuned);
        assertThat(tuned.getCommandCheckers()).hasAtLeastOneElementOfType(FastRightsCheck.class);

        StandaloneProcessEngineConfiguration plain = new StandaloneProcessEngineConfiguration();
        new TuningPlugin(tuning(Map.of("enabled", "false"))).preInit(plain);
        assertThat(plain.getCommandCheckers()).isNull();
    }

    @Test
    void nothingIsReadAheadWhereThatIsOff() {
        ReadAhead off = new ReadAhead(tuning(Map.of("read-ahead", "false")));
        assertThatCode(() -> {
                    off.process(null, "any");
                    off.jobs(null, Set.of("any"));
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"enabled", "timer-batches"})
    void theStartersJobExecutorHasNoRivalWhereTimerBatchesAreOff(String setting) {
        new ApplicationContextRunner()
                .withUserConfiguration(TimerBatchExecutor.class)
                .withPropertyValues(Tuning.PREFIX + "." + setting + "=false")
                .run(context -> assertThat(context).doesNotHaveBean(JobExecutor.class));
    }

    private static List<Boolean> pieces(Map<String, String> settings) {
        Tuning tuning = tuning(settings);
        return List.of(tuning.timerBatches(), tuning.readAhead(), tuning.fastRights(), tuning.indexes());
    }

    private static Tuning tuning(Map<String, String> settings) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put(Tuning.PREFIX + "." + name, value));
        return new Binder(source).bindOrCreate(Tuning.PREFIX, Tuning.class);
    }
}
