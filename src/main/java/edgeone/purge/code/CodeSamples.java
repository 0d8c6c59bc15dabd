package edgeone.purge.code;

/** Writes calls as code. */
public final class CodeSamples {
    private CodeSamples() {}

    /** The code, ending with a line break. */
    public static String of(CodeLanguage language, CodeRequest request) {
        return switch (language) {
            case TCCLI -> TccliCode.of(request);
            case CURL -> CurlCode.of(request);
            case JAVA -> JavaCode.of(request);
            case PYTHON -> PythonCode.of(request);
            case NODEJS -> NodeCode.of(request);
            case GO -> GoCode.of(request);
            case PHP -> PhpCode.of(request);
            case DOTNET -> DotnetCode.of(request);
        };
    }
}
