package edgeone.purge.code;

import edgeone.purge.api.value.JsonWriting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** For the vendor's SDK for Java, with its common client. */
final class JavaCode {
    /** Of a piece of the body: a class file takes no string constant of 64 KB. */
    private static final int LONGEST_PIECE = 8_000;

    /** After this many characters the next piece begins a line of its own. */
    private static final int LONG_LINE = 60;

    private static final Template TEMPLATE =
            new Template(
                    """
                    // Maven: com.tencentcloudapi:tencentcloud-sdk-java-common
                    import com.tencentcloudapi.common.CommonClient;
                    import com.tencentcloudapi.common.Credential;
                    import com.tencentcloudapi.common.exception.TencentCloudSDKException;
                    import com.tencentcloudapi.common.profile.ClientProfile;
                    import com.tencentcloudapi.common.profile.HttpProfile;

                    public class Sample {
                        public static void main(String[] args) throws TencentCloudSDKException {
                            Credential cred = new Credential(
                                    System.getenv("TENCENTCLOUD_SECRET_ID"),
                                    System.getenv("TENCENTCLOUD_SECRET_KEY"),
                                    System.getenv("TENCENTCLOUD_TOKEN"));

                            HttpProfile httpProfile = new HttpProfile();
                            httpProfile.setEndpoint({{host}});
                    {{plain}}        ClientProfile clientProfile = new ClientProfile();
                            clientProfile.setHttpProfile(httpProfile);
                            CommonClient client = new CommonClient(
                                    {{service}}, {{version}}, cred, "", clientProfile);

                            String params = String.join("",
                                    {{parameters}});

                            System.out.println(client.call({{action}}, params));
                        }
                    }
                    """);

    private JavaCode() {}

    static String of(CodeRequest request) {
        String plain = "        httpProfile.setProtocol(HttpProfile.REQ_HTTP);\n";
        String body = new JsonWriting(Quotation.JSON::of).text(request.parameters());
        return TEMPLATE.filled(
                Map.of(
                        "host", Quotation.JAVA.of(request.host()),
                        "plain", request.https() ? "" : plain,
                        "service", Quotation.JAVA.of(request.service()),
                        "version", Quotation.JAVA.of(request.version()),
                        "action", Quotation.JAVA.of(request.action()),
                        "parameters",
                                pieces(body).stream()
                                        .map(Quotation.JAVA::of)
                                        .collect(Collectors.joining(",\n                "))));
    }

    /** The body in pieces that end after a comma where they can. */
    private static List<String> pieces(String body) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < body.length()) {
            int to = Math.min(body.length(), from + LONGEST_PIECE);
            int comma = body.indexOf(',', from + LONG_LINE);
            if (comma >= 0 && comma < to) {
                to = comma + 1;
            } else if (to < body.length() && Character.isLowSurrogate(body.charAt(to))) {
                to--;
            }
            pieces.add(body.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
