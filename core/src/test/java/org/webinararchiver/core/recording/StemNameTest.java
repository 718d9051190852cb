package org.webinararchiver.core.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StemNameTest {

    @ParameterizedTest
    @CsvSource({
        "Anna,Anna",
        "Анна Ивановна,Анна Ивановна",
        "李雷,李雷",
        "../../etc/passwd,_.._etc_passwd",
        "a/b\\c:d,a_b_c_d",
        "con,_con",
        "'  . Anna . ',Anna",
        "'...',Participant",
        "'',Participant"
    })
    void itIsTheNameAsFarAsFileSystemsTakeIt(String name, String expected) {
        assertThat(names(name)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 10, 13, 27, 0x7f, 0x202e, 0x2028})
    void itHasNoCharactersThatTurnLinesOrTerminals(int character) {
        assertThat(names("An" + Character.toString(character) + "na")).containsExactly("An_na");
    }

    @Test
    void nobodyTakesAnothersNameEvenWhereOnlyTheSizeOfLettersTellsThemApart() {
        assertThat(names("Anna", "anna", "Anna-2", "Anna", ""))
                .containsExactly("Anna", "anna-2", "Anna-2-2", "Anna-3", "Participant");
    }

    @Test
    void longNamesAreBoundedAndStillTold() {
        var names = names("Я".repeat(300), "Я".repeat(300));

        assertThat(names)
                .doesNotHaveDuplicates()
                .allSatisfy(name ->
                        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(78, 80));
    }

    private static List<String> names(String... names) {
        return StemName.of(List.of(names)).stream().map(StemName::value).toList();
    }
}
