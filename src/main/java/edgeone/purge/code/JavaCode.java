package edgeone.purge.code;

import java.util.Map;

/** For the vendor's SDK for Java, with its common client. */
final class JavaCode {
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
        return TEMPLATE.filled(
                Map.of(
                        "host", Quotation.JAVA.of(request.host()),
                        "plain", request.https() ? "" : plain,
                        "service", Quotation.JAVA.of(request.service()),
                        "version", Quotation.JAVA.of(request.version()),
                        "action", Quotation.JAVA.of(request.action()),
                        "parameters",
                                JsonPieces.of(
                                        request.parameters(), Quotation.JAVA, " ".repeat(16))));
    }
}
