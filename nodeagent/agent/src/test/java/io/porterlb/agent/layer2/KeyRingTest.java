package io.porterlb.agent.layer2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.Password;
import io.porterlb.desired.view.SecretView;
import io.porterlb.desired.view.Secrets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final String KEY = "0123456789abcdef";
    private static final String OTHER = "fedcba9876543210";

    private static Optional<KeyRing> ring(String... data) {
        Map<String, Password> passwords = new HashMap<>();
        for (int i = 0; i < data.length; i += 2) {
            passwords.put(data[i], Password.of(data[i + 1]));
        }
        SecretView secret = new SecretView(Secrets.LAYER2, "17", passwords);
        return KeyRing.of(ClusterView.EMPTY.withSecrets(new Secrets("ns", Map.of(Secrets.LAYER2, secret), Set.of())));
    }

    @Test
    void theKeySignsAndTheOtherOneIsAcceptedToo() {
        List<byte[]> keys = ring(Secrets.LAYER2_OTHER_KEY, OTHER, Secrets.LAYER2_KEY, KEY)
                .orElseThrow()
                .keys();
        assertArrayEquals(KEY.getBytes(UTF_8), keys.getFirst());
        assertArrayEquals(OTHER.getBytes(UTF_8), keys.getLast());
    }

    @Test
    void thereIsNoneWithoutTheSecretOrAKeyThatIsLongEnough() {
        assertEquals(Optional.empty(), KeyRing.of(ClusterView.EMPTY));
        assertEquals(Optional.empty(), ring());
        assertEquals(Optional.empty(), ring(Secrets.LAYER2_KEY, "short"));
        assertEquals(Optional.empty(), ring(Secrets.LAYER2_OTHER_KEY, OTHER));
        assertEquals(Optional.empty(), ring(Secrets.LAYER2_KEY, KEY, Secrets.LAYER2_OTHER_KEY, "short"));
    }

    @Test
    void noKeyIsPrinted() {
        assertFalse(ring(Secrets.LAYER2_KEY, KEY).orElseThrow().toString().contains(KEY));
    }
}
