package org.rovingpm.engine.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

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
    @ValueSource(strings = {"timer-batches", "read-ahead", "fast-rights", "indexes", "time-ordered-ids"})
    void eachPieceIsSwitchedOffByItsName(String piece) {
        assertThat(pieces(Map.of(piece, "false"))).containsOnlyOnce(false);
    }

    private static List<Boolean> pieces(Map<String, String> settings) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put(Tuning.PREFIX + "." + name, value));
        Tuning tuning = new Binder(source).bindOrCreate(Tuning.PREFIX, Tuning.class);
        return List.of(
                tuning.timerBatches(),
                tuning.readAhead(),
                tuning.fastRights(),
                tuning.indexes(),
                tuning.timeOrderedIds());
    }
}
