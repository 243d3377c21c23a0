import type { Shape } from '../types.ts'

/** The registry answers, and something is not there or not as it should be. Platform first: it is worded as absence. */
export const contentShapes: readonly Shape[] = [
  { when: /no space left on device/, causes: ['node-disk-full'] },
  {
    when: /no match for platform in manifest|no image found in (?:manifest list|image index) for architecture|no matching manifest for/,
    causes: ['platform-missing'],
  },
  {
    when: /get image config descriptor: content digest|get image compressed resource size: content digest/,
    causes: ['platform-depends-on-runtime', 'platform-missing', 'child-manifest-missing'],
  },
  {
    when: /schema 1 image manifests|manifest\.v1\+(?:prettyjws|json)|is no longer supported since containerd|error unmarshalling protected header|unsupported schema version|failed to get stream processor/,
    causes: ['unsupported-manifest'],
  },
  {
    when: /mismatched image rootfs and manifest layers|number of layers and diffIDs don't match/,
    causes: ['not-an-image', 'manifest-invalid'],
  },
  {
    when: /unexpected commit digest|failed size validation|rejecting \d+ byte manifest|expected manifest but found index|expected index but found manifest|unexpected end of JSON input|Unexpectedly received a manifest list|exceeded maximum allowed size|rejecting ambiguous manifest|content size of zero|wrong diff id|failed to extract layer|short read|failed to read expected number of bytes|manifest is too big|does not match digest|digest did not match|Digest did not match|failed commit on ref|unexpected EOF|missing required properties|is not a valid (?:image|manifest)|json: cannot unmarshal|Manifest does not match/,
    causes: ['manifest-invalid', 'registry-error'],
  },
  { when: /invalid character '/, causes: ['manifest-invalid', 'unsupported-manifest', 'registry-error'] },
  {
    when: /could not fetch content descriptor \S+ \(application\/vnd\.(?:oci\.image\.(?:config|layer)|docker\.(?:container\.image|image\.rootfs))|BLOB_UNKNOWN|blob unknown|(?:reading|fetching)(?: config)? blob[^\n]*(?:\b404\b|not found)/i,
    causes: ['blob-missing'],
  },
  {
    when: /could not fetch content descriptor \S+ \([^)]*(?:manifest|index)[^)]*\) from remote: not found/,
    causes: ['child-manifest-missing', 'unsupported-manifest'],
  },
  {
    when: /could not fetch content descriptor \S+ \([^)]*\) from remote: not found|unexpected media type|unsupported manifest media type|Trying to parse MIME type|unsupported image-specific operation|unimplemented/i,
    causes: ['unsupported-manifest', 'not-an-image', 'registry-error'],
  },
  {
    when: /could not fetch content descriptor/,
    causes: ['blob-missing', 'child-manifest-missing', 'unsupported-manifest'],
  },
  {
    when: /failed to copy: [^\n]*content at \S+\/manifests\/sha\d+:\w+ not found/,
    causes: ['child-manifest-missing', 'manifest-invalid'],
  },
  { when: /content at \S+\/manifests\/\S+ not found/, causes: ['child-manifest-missing', 'unsupported-manifest'] },
  {
    when: /NAME_UNKNOWN|name unknown|repository \S* ?(?:name )?not (?:known|found)|no such repository/i,
    causes: ['repository-not-found'],
  },
  {
    when: /manifest list: [^\n]*reading manifest sha\d+:\w+ in [^\n]*(?:unknown|not found)/,
    causes: ['child-manifest-missing'],
  },
  {
    when: /@sha\d+:\w*"?: (?:resolve : )?not found|reading manifest sha\d+:\w+ in [^\n]*(?:manifest unknown|not found)/i,
    causes: ['digest-not-found', 'not-found-or-private'],
  },
  {
    when: /code = NotFound|: not found\b|manifest unknown|MANIFEST_UNKNOWN|manifest for \S+ not found|Tag was deleted or has expired|TAG_EXPIRED|(?:artifact|image|tag|manifest)\b[^\n]{0,200} not found|(?:StatusCode:|from registry) 404|\b404 Not Found/i,
    causes: ['tag-not-found', 'repository-not-found', 'not-found-or-private'],
  },
]
