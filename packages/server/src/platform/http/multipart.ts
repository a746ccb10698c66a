import multipart from '@fastify/multipart';
import { ok, type Result, refused } from '@portolan/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { nodeCatalogue } from '../catalogue.ts';
import { bodyLimits } from '../limits.ts';
import { multipartRefusal } from '../problem.ts';

export interface UploadedFile {
  /** Name field of the form. */
  readonly field: string;
  /** Last part of the sender's file name; never a path. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface Upload {
  readonly files: readonly UploadedFile[];
  readonly fields: Readonly<Record<string, string>>;
}

export const multipartBody = fastifyPlugin(async (app: FastifyInstance) => {
  await app.register(multipart, {
    throwFileSizeLimit: true,
    limits: {
      files: bodyLimits.files,
      fileSize: bodyLimits.fileBytes,
      fields: bodyLimits.fields,
      fieldSize: bodyLimits.fieldBytes,
      parts: bodyLimits.files + bodyLimits.fields,
      fieldNameSize: 100,
    },
  });
});

/** Reads a form with files into memory, within bodyLimits. Refuses what is no form, and a field given twice. */
export async function readUpload(request: FastifyRequest): Promise<Result<Upload>> {
  if (!request.isMultipart()) {
    const type = (request.headers['content-type'] ?? 'none').slice(0, 80);
    return refused(nodeCatalogue.refuse('NODE_MEDIA_TYPE', { params: { type } }));
  }
  const files: UploadedFile[] = [];
  const fields = new Map<string, string>();
  let total = 0;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      total += bytes.length;
      if (total > bodyLimits.uploadBytes)
        return refused(multipartRefusal('the files together are too large'));
      files.push({ field: part.fieldname, name: lastPart(part.filename), mediaType: part.mimetype, bytes });
    } else {
      if (fields.has(part.fieldname))
        return refused(multipartRefusal(`the field "${part.fieldname}" stands twice`));
      if (part.valueTruncated) return refused(multipartRefusal(`the field "${part.fieldname}" is too long`));
      fields.set(part.fieldname, String(part.value));
    }
  }
  return ok({ files, fields: Object.fromEntries(fields) });
}

function lastPart(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(0, 200) || 'file';
}
