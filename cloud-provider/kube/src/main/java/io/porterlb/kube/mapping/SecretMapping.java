package io.porterlb.kube.mapping;

import io.porterlb.desired.view.Password;
import io.porterlb.desired.view.SecretView;
import io.porterlb.kube.resource.SecretResource;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/// Secret to [SecretView].
public final class SecretMapping {
    private SecretMapping() {}

    public static SecretView view(SecretResource secret) {
        Map<String, Password> data = new HashMap<>();
        secret.data().forEach((key, value) -> data.put(key, password(value)));
        return new SecretView(secret.metadata().name(), secret.metadata().resourceVersion(), data);
    }

    /// What is not text is as good as empty, and refused as that. Faults are not passed on: they would show a part of
    /// what is in there.
    private static Password password(String base64) {
        try {
            ByteBuffer octets = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            return Password.of(
                    StandardCharsets.UTF_8.newDecoder().decode(octets).toString());
        } catch (CharacterCodingException | IllegalArgumentException _) {
            return Password.of("");
        }
    }
}
