package io.porterlb.kube.http;

import java.io.IOException;
import java.util.function.BiConsumer;
import okhttp3.Interceptor;
import okhttp3.Response;

/// Tells how each call was answered: HTTP method, and status code or `<error>`, as the metric
/// `rest_client_requests_total` of Kubernetes' own programs has it.
record CallMeter(BiConsumer<String, String> listener) implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        String method = chain.request().method();
        try {
            Response response = chain.proceed(chain.request());
            listener.accept(method, Integer.toString(response.code()));
            return response;
        } catch (IOException e) {
            listener.accept(method, "<error>");
            throw e;
        }
    }
}
